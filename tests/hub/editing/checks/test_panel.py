"""The panel shows the rules in the form of every type of page, and each save reads them again."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from playwright.sync_api import expect

from home.models import StandardPage
from hub.editing.checks.registry import content_checks
from tests import factories
from tests.page_types import PAGE_TYPES

PANEL = "[data-side-panel='content-checks']"
COUNTER = "[data-side-panel-toggle='content-checks'] [data-side-panel-toggle-counter]"
FAULTY = "<h4>Bas</h4><p><a href='https://a.example'>ici</a></p>"


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def form_of(admin, page):
    response = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGE_TYPES)
def test_the_form_of_every_type_has_the_panel(admin, home, name):
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 1)
    assert form_of(admin, page).select_one(PANEL) is not None


@pytest.mark.django_db
def test_the_panel_says_why_and_how_and_leads_to_the_field(admin, home):
    page = factories.StandardPageFactory(search_description="")
    tree = form_of(admin, page)
    panel = tree.select_one(PANEL)
    assert "C’est ce qu’on lit sous le titre" in panel.get_text()
    assert "Écrivez une ou deux phrases" in panel.get_text()
    assert panel.select_one("[data-check-path='search_description']")
    found = content_checks.findings(StandardPage.objects.get(pk=page.pk))
    assert tree.select_one(COUNTER).get_text(strip=True) == str(len(found))


@pytest.mark.django_db
def test_a_page_in_which_nothing_lacks_says_so(admin, home):
    page = factories.StandardPageFactory(search_description="Une phrase.")
    tree = form_of(admin, page)
    assert "Rien à signaler" in tree.select_one(PANEL).get_text()
    assert tree.select_one(COUNTER).has_attr("hidden")


@pytest.mark.django_db
def test_a_page_that_is_not_saved_yet_says_when_advice_comes(admin, home):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    tree = BeautifulSoup(admin.get(address).content, "html.parser")
    assert "premier enregistrement" in tree.select_one(PANEL).get_text()


@pytest.mark.django_db
def test_a_page_with_faults_may_be_published(admin, home):
    page = factories.StandardPageFactory(body=[("text", FAULTY)])
    assert {one.check.slug for one in content_checks.findings(page)} >= {"liens", "intertitres"}
    page.full_clean()
    page.save_revision().publish()


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "<p>", "<p><a>", "<h2></h2><ul><li>"])
def test_broken_texts_are_read_all_the_same(home, text):
    content_checks.findings(factories.StandardPageFactory(body=[("text", text)]))


@pytest.mark.django_db
def test_the_rules_cost_as_much_for_many_blocks_as_for_few(home):
    def queries(number):
        images = [{"image": one.pk} for one in factories.ImageFactory.create_batch(number)]
        figures = [{"image": one, "caption": "", "credit": ""} for one in images]
        page = factories.InitiativePageFactory(
            terms=[factories.TermFactory() for _ in range(number)],
            body=[
                *({"type": "image", "value": one} for one in figures),
                {"type": "gallery", "value": {"title": "", "images": figures}},
            ],
        )
        fresh = type(page).objects.get(pk=page.pk)
        with CaptureQueriesContext(connection) as asked:
            content_checks.findings(fresh)
        return len(asked)

    assert queries(2) == queries(6)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_advice_leads_to_its_field_and_goes_when_it_is_followed(editor_page, live_server):
    page = factories.StandardPageFactory(search_description="")
    # The editor looks twice at the form it loaded; a change made between is not autosaved.
    editor_page.add_init_script(
        "let looks = 0; addEventListener('w-unsaved:watch-edits',"
        " () => document.documentElement.setAttribute('data-looks', ++looks))"
    )
    editor_page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[page.pk]))
    editor_page.locator("html[data-looks='2']").wait_for()
    editor_page.get_by_role("button", name="Afficher ou masquer ce qui est à vérifier").click()
    panel = editor_page.locator(PANEL)
    panel.get_by_role("button", name="Description pour les moteurs de recherche").click()
    field = editor_page.locator("[name='search_description']")
    expect(field).to_be_focused()
    field.fill("Une phrase.")
    expect(panel).to_contain_text("Rien à signaler", timeout=20_000)
    expect(editor_page.locator(COUNTER)).to_be_hidden()
    assert page.revisions.latest("pk").content["search_description"] == "Une phrase."
