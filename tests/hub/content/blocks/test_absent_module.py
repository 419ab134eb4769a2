"""A module goes and comes back: pages lose nothing, by code and in the editor's browser."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from playwright.sync_api import Locator, Page as BrowserPage, expect
from pytest_django.live_server_helper import LiveServer

from home.models import StandardPage
from tests.factories import StandardPageFactory

QUIZ = {"type": "quiz_question", "value": {"question": "Quand ?", "answers": [1, 2]}, "id": "q-top"}
INNER_QUIZ = {"type": "quiz_question", "value": "dedans", "id": "q-inner"}
SECTION = {
    "type": "section",
    "value": {
        "title": "Comprendre",
        "background": "soft",
        "content": [
            {"type": "text", "value": '<p data-block-key="abcde">Un.</p>', "id": "t-inner"},
            INNER_QUIZ,
        ],
    },
    "id": "s",
}
BODY = [{"type": "lead", "value": "Avant.", "id": "l"}, QUIZ, SECTION]


@pytest.fixture
def page() -> StandardPage:
    """A published page whose stored body holds an absent module's content at two levels."""
    made = StandardPageFactory(title="Avec un quiz")
    store(made, BODY)
    fresh = StandardPage.objects.get(pk=made.pk)
    fresh.save_revision().publish()
    return StandardPage.objects.get(pk=made.pk)


def store(page: StandardPage, body: list[dict[str, Any]]) -> None:
    """Write the body as the module itself would have."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE home_standardpage SET body = %s WHERE page_ptr_id = %s",
            [json.dumps(body), page.pk],
        )


def stored(page: StandardPage) -> list[dict[str, Any]]:
    """Read the body as the module itself would."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM home_standardpage WHERE page_ptr_id = %s", [page.pk])
        (text,) = cursor.fetchone()
    body: list[dict[str, Any]] = json.loads(text)
    return body


def drafted(page: StandardPage) -> list[dict[str, Any]]:
    """Read the body of the latest revision."""
    body: list[dict[str, Any]] = json.loads(page.revisions.latest("pk").content["body"])
    return body


@pytest.mark.django_db
def test_saving_a_page_keeps_the_content(page: StandardPage) -> None:
    page.title = "Un autre titre"
    page.save()
    assert stored(page) == BODY


@pytest.mark.django_db
def test_a_revision_keeps_the_content_and_its_publication_too(page: StandardPage) -> None:
    assert drafted(page) == BODY
    page.get_latest_revision().publish()
    assert stored(page) == BODY


@pytest.mark.django_db
def test_a_copied_page_has_the_content_too(page: StandardPage) -> None:
    copy = page.copy(update_attrs={"slug": "copie", "title": "Copie"})
    assert stored(copy) == BODY


@pytest.mark.django_db
def test_an_edit_of_another_block_keeps_the_content(page: StandardPage) -> None:
    page.body[0] = ("lead", "Après.")
    page.save_revision().publish()
    assert stored(page)[1:] == BODY[1:]
    assert stored(page)[0]["value"] == "Après."


# In the browser.


@pytest.fixture
def form(editor_page: BrowserPage, live_server: LiveServer, page: StandardPage) -> BrowserPage:
    """The editing form of the page, ready to autosave."""
    # The editor looks twice at the form it loaded; a change made between is not autosaved.
    editor_page.add_init_script(
        "let looks = 0; addEventListener('w-unsaved:watch-edits',"
        " () => document.documentElement.setAttribute('data-looks', ++looks))"
    )
    editor_page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[page.pk]))
    editor_page.locator("html[data-looks='2']").wait_for()
    return editor_page


def child(form: BrowserPage, identifier: str) -> Locator:
    """The panel of a child of the stream."""
    return form.locator(f"#block-{identifier}-section")


def and_wait_for_autosave(form: BrowserPage, act: Callable[[], None]) -> None:
    """Do something and wait for the draft that it makes the editor save."""
    with form.expect_response(
        lambda answer: answer.request.method == "POST" and answer.url.endswith("/edit/")
    ) as saving:
        act()
    assert saving.value.json()["success"]


def publish(form: BrowserPage) -> None:
    """Choose « Publier » in the menu of actions."""
    form.get_by_role("button", name="Plus d'actions").click()
    with form.expect_navigation():
        form.locator("button[name=action-publish]").click()


def add_button(stream: Locator) -> Locator:
    """The first button of a stream that opens the menu of blocks."""
    return stream.get_by_role("button", name="Insérer un bloc").first


in_browser = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.mark.browser
@in_browser
def test_the_editor_saves_and_publishes_the_content_untouched(
    form: BrowserPage, page: StandardPage
) -> None:
    expect(child(form, "q-top")).to_contain_text("Contenu d’un module absent")
    expect(child(form, "q-inner")).to_contain_text("conservé tel quel")

    lead = child(form, "l").locator("textarea")
    and_wait_for_autosave(form, lambda: lead.fill("Après."))
    assert drafted(page) == [{**BODY[0], "value": "Après."}, *BODY[1:]]
    assert stored(page) == BODY

    publish(form)
    assert stored(page) == [{**BODY[0], "value": "Après."}, *BODY[1:]]


@pytest.mark.browser
@in_browser
@pytest.mark.parametrize("identifier", ["q-top", "q-inner"])
def test_a_block_duplicated_in_the_editor_gets_an_identifier_of_its_own(
    form: BrowserPage, page: StandardPage, identifier: str
) -> None:
    duplicate = child(form, identifier).locator("[data-streamfield-action=DUPLICATE]")
    and_wait_for_autosave(form, duplicate.click)
    draft = drafted(page)
    stream = draft if identifier == "q-top" else draft[2]["value"]["content"]
    quizzes = [block for block in stream if block["type"] == "quiz_question"]
    assert len(quizzes) == 2
    assert quizzes[0]["value"] == quizzes[1]["value"]
    assert quizzes[0]["id"] == identifier != quizzes[1]["id"]


@pytest.mark.browser
@in_browser
def test_the_menu_of_blocks_does_not_offer_the_keeper(form: BrowserPage) -> None:
    whole = form.get_by_role("region", name="Contenu", exact=True)
    for stream in (whole, child(form, "s")):
        add_button(stream).click()
        menu = form.get_by_role("listbox").last
        expect(menu).to_contain_text("Citation")
        expect(menu).not_to_contain_text("module absent")


@pytest.mark.browser
@in_browser
def test_an_altered_hidden_field_is_refused_and_nothing_is_lost(
    form: BrowserPage, page: StandardPage
) -> None:
    child(form, "q-top").locator("input[type=hidden][name$='-value']").evaluate(
        "field => { field.value = 'altered' }"
    )
    with form.expect_navigation():
        form.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(child(form, "q-top")).to_contain_text("est illisible")
    assert stored(page) == BODY
    assert drafted(page) == BODY
