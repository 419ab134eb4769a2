"""Links are made, listed and revoked by who may edit the page."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageLogEntry

from hub.editing.sharing.models import PreviewLink
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def links_of(page):
    return reverse("preview_links", args=[page.pk])


def made_address(response):
    return re.search(r'value="http://testserver(/apercu/[^"]+)"', response.content.decode())[1]


def test_a_link_is_made_in_two_clicks_and_lasts_seven_days(admin, client, fiche):
    page = admin.get(reverse("wagtailadmin_pages:edit", args=[fiche.pk])).content.decode()
    assert links_of(fiche) in page
    assert "Partager un aperçu" in page
    form = admin.get(links_of(fiche)).context["form"]
    response = admin.post(
        links_of(fiche), {"days": form["days"].value(), "recipient": "Mme Exemple"}
    )
    link = PreviewLink.objects.get()
    assert (link.expires_at - link.created_at).days == 7
    assert "no-store" in response["Cache-Control"]
    address = made_address(response)
    client.logout()
    assert client.get(address).status_code == 200


def test_the_address_is_shown_once(admin, fiche):
    admin.post(links_of(fiche), {"days": 30})
    html = admin.get(links_of(fiche)).content.decode()
    assert "/apercu/" not in html
    assert "Destinataire non précisé" in html


@pytest.mark.parametrize(
    "given", [{}, {"days": 365}, {"days": "x"}, {"days": 7, "recipient": "x" * 81}]
)
def test_a_wrong_form_makes_nothing_and_says_why(admin, fiche, given):
    response = admin.post(links_of(fiche), given)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not PreviewLink.objects.exists()


def test_a_link_is_revoked_by_another_editor(admin, fiche, make_link, django_user_model):
    other = django_user_model.objects.create_superuser("autre", "a@example.org", "x" * 12)
    link, address = make_link(fiche, other)
    revoke = reverse("preview_link_revoke", args=[fiche.pk, link.pk])
    assert revoke in admin.get(links_of(fiche)).content.decode()
    assert admin.get(revoke).status_code == 405
    html = admin.post(revoke, follow=True).content.decode()
    assert "n’ouvre plus l’aperçu" in html
    assert revoke not in html
    assert admin.get(address).status_code == 410
    assert admin.post(revoke).status_code == 404


def test_a_link_is_revoked_through_its_own_page_only(admin, fiche, make_link):
    link, address = make_link(fiche)
    other = factories.StandardPageFactory()
    revoke = reverse("preview_link_revoke", args=[other.pk, link.pk])
    assert admin.post(revoke).status_code == 404
    assert admin.get(address).status_code == 200


def test_the_history_says_that_a_link_was_made_and_not_for_whom(admin, fiche):
    admin.post(links_of(fiche), {"days": 7, "recipient": "Mme Exemple"})
    entry = PageLogEntry.objects.get(action="hub.preview_link.make")
    assert entry.message == "Lien d’aperçu créé"
    assert "Exemple" not in str(entry.data)


def test_who_may_not_edit_the_page_makes_sees_and_revokes_no_link(
    client, fiche, make_link, django_user_model
):
    link, address = make_link(fiche)
    user = django_user_model.objects.create_user("camille", "c@example.org", "x" * 12)
    group = Group.objects.create(name="Essai")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    for sign_in in (lambda: None, lambda: client.force_login(user)):
        sign_in()
        assert client.get(links_of(fiche)).status_code == 302
        assert client.post(links_of(fiche), {"days": 7}).status_code == 302
        revoke = reverse("preview_link_revoke", args=[fiche.pk, link.pk])
        assert client.post(revoke).status_code == 302
    assert PreviewLink.objects.count() == 1
    assert client.get(address).status_code == 200


def test_the_page_of_the_links_asks_as_many_questions_for_one_as_for_ten(admin, fiche, make_link):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            admin.get(links_of(fiche))
        return len(asked)

    make_link(fiche)
    questions()
    with_one = questions()
    for _ in range(9):
        make_link(fiche)
    assert questions() == with_one
