"""Two editors on one page: both texts are kept, and the second one knows."""

import re

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from home.models import StandardPage
from tests.admin_forms import filled
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def page(home):
    page = StandardPageFactory(title="Au départ")
    page.save_revision().publish()
    return page


@pytest.fixture
def sessions(django_user_model):
    """Two editors, each in a browser."""
    clients = []
    for name in ("Anne", "Basile"):
        user = django_user_model.objects.create_superuser(name, password="x" * 12)
        client = Client()
        client.force_login(user)
        clients.append(client)
    return clients


def address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def opened(client, page):
    return filled(client, address(page), StandardPage)


def save(client, page, data, title, *, by_itself=False, **more):
    data = data.copy()
    data["title"] = title
    for name, value in more.items():
        data[name.replace("__", "-")] = value
    headers = {"Accept": "application/json"} if by_itself else {}
    return client.post(address(page), data.urlencode(), content_type=FORM, headers=headers)


def titles(page):
    revisions = Revision.objects.filter(object_id=str(page.pk)).order_by("pk")
    return [revision.content["title"] for revision in revisions]


def told(response):
    return " ".join(str(one) for one in get_messages(response.wsgi_request))


def test_the_second_editor_is_told_keeps_the_text_and_may_save_again(page, sessions):
    anne, basile = sessions
    hers, his = opened(anne, page), opened(basile, page)
    assert save(anne, page, hers, "Celui d’Anne").status_code == 302
    answer = save(basile, page, his, "Celui de Basile")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Anne a enregistré cette page pendant que vous écriviez" in html
    assert 'value="Celui de Basile"' in html
    assert titles(page) == ["Au départ", "Celui d’Anne"]
    for name in ("loaded_revision_id", "loaded_revision_created_at"):
        his[name] = re.search(rf'name="{name}" value="([^"]+)"', html)[1].replace("&#x2B;", "+")
    assert save(basile, page, his, "Celui de Basile").status_code == 302
    assert titles(page) == ["Au départ", "Celui d’Anne", "Celui de Basile"]


@pytest.mark.parametrize("action", ["action__publish", "action__submit"])
def test_nothing_is_published_nor_proposed_over_what_was_not_seen(page, sessions, action):
    anne, basile = sessions
    hers, his = opened(anne, page), opened(basile, page)
    save(anne, page, hers, "Celui d’Anne", action__publish="1")
    assert save(basile, page, his, "Celui de Basile", **{action: "1"}).status_code == 200
    page.refresh_from_db()
    assert page.title == "Celui d’Anne"
    assert not page.workflow_in_progress


def test_a_text_that_is_typed_is_never_saved_over_another_by_itself(page, sessions):
    anne, basile = sessions
    hers, his = opened(anne, page), opened(basile, page)
    first = save(anne, page, hers, "Celui d’Anne", by_itself=True).json()
    answer = save(basile, page, his, "Celui de Basile", by_itself=True)
    assert answer.status_code == 400
    assert answer.json()["error_message"] == (
        "Cette page a été enregistrée ailleurs depuis que vous l’avez ouverte. "
        "L’enregistrement automatique s’arrête\N{NO-BREAK SPACE}: enregistrez vous-même."
    )
    assert titles(page) == ["Au départ", "Celui d’Anne"]
    again = {"overwrite_revision_id": first["revision_id"]}
    assert save(anne, page, hers, "Encore Anne", by_itself=True, **again).status_code == 200
    assert titles(page) == ["Au départ", "Encore Anne"]


def test_an_editor_whose_typing_was_saved_is_told_of_the_other_who_saved_after(page, sessions):
    anne, basile = sessions
    hers = opened(anne, page)
    first = save(anne, page, hers, "Celui d’Anne", by_itself=True).json()
    his = opened(basile, page)
    assert save(basile, page, his, "Celui de Basile").status_code == 302
    again = {"overwrite_revision_id": first["revision_id"]}
    assert save(anne, page, hers, "Anne encore", by_itself=True, **again).status_code == 400
    answer = save(anne, page, hers, "Anne encore", **again)
    assert "Basile a enregistré cette page" in answer.content.decode()
    assert titles(page) == ["Au départ", "Celui d’Anne", "Celui de Basile"]


def test_two_windows_of_one_editor_are_told_apart(page, sessions):
    anne, _ = sessions
    first, second = opened(anne, page), opened(anne, page)
    save(anne, page, first, "Première fenêtre")
    answer = save(anne, page, second, "Seconde fenêtre")
    assert "Vous avez enregistré cette page dans une autre fenêtre" in answer.content.decode()


def test_an_import_that_ran_meanwhile_is_told_too(page, sessions):
    _, basile = sessions
    his = opened(basile, page)
    page.save_revision()
    answer = save(basile, page, his, "Celui de Basile")
    assert "Un autre programme a enregistré cette page" in answer.content.decode()


def test_an_editor_alone_is_told_nothing(page, sessions):
    anne, _ = sessions
    assert save(anne, page, opened(anne, page), "Un").status_code == 302
    answer = save(anne, page, opened(anne, page), "Deux", action__publish="1")
    assert answer.status_code == 302
    assert "pendant que" not in told(answer)
