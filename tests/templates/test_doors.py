"""Errors, and what stands before a page that is not open to all: in French, and telling nothing."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.views import defaults
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests import factories
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
SECRET = "Un titre qui ne doit pas se voir"


def seen(response):
    html = response.content.decode()
    assert SECRET not in html
    assert Markup(html).faults == []
    return html


@pytest.fixture
def closed(home):
    page = factories.StandardPageFactory(title=SECRET, seo_title=SECRET)
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="sésame")
    return page


def test_a_password_opens_a_page_and_the_door_tells_nothing_of_it(client, closed):
    html = seen(client.get(closed.url))
    assert "Mot de passe demandé" in html
    address = Markup(html).all("form")[0]["action"]
    hidden = Markup(html).all("input", type="hidden", name="return_url")[0]["value"]
    wrong = seen(client.post(address, {"password": "faux", "return_url": hidden}))
    assert "field__error" in wrong
    right = client.post(address, {"password": "sésame", "return_url": hidden}, follow=True)
    assert SECRET in right.content.decode()


def test_a_document_has_the_same_door(client, home):
    folder = Collection.get_first_root_node().add_child(name="Réservé")
    CollectionViewRestriction.objects.create(
        collection=folder, restriction_type="password", password="sésame"
    )
    document = factories.DocumentFactory(
        title=SECRET, collection=folder, file=ContentFile(b"Bonjour", name="bonjour.txt")
    )
    assert "Ce document est réservé" in seen(client.get(document.url))


def test_an_account_opens_a_page(client, home, django_user_model):
    page = factories.StandardPageFactory(title=SECRET)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    door = client.get(page.url, follow=True)
    assert "Se connecter" in seen(door)
    address = Markup(door.content.decode()).all("form")[0]["action"]
    given = {"username": "camille", "password": "x" * 12, "next": page.url}
    assert "n’est pas le bon" in seen(client.post(address, given))
    django_user_model.objects.create_user("camille", "c@example.org", "x" * 12)
    assert SECRET in client.post(address, given, follow=True).content.decode()


def test_a_form_that_was_open_for_too_long_is_refused_in_words(home):
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "camille"})
    assert answer.status_code == 403
    assert "Votre envoi n’est pas parti" in seen(answer)


@pytest.mark.parametrize(
    ("code", "said"), [(400, "n’a pas été comprise"), (403, "n’avez pas accès")]
)
def test_the_other_errors_are_in_french(rf, home, code, said):
    view = {400: defaults.bad_request, 403: defaults.permission_denied}[code]
    answer = view(rf.get("/"), Exception())
    assert answer.status_code == code
    assert said in seen(answer)
