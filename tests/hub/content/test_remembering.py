"""A page that was read stays in memory, and no longer than what it says is true."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from initiatives.models import ContactPerson
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_every_write_is_seen_by_the_next_visitor(client, home, search_index):
    contact = factories.ContactPersonFactory(name="Camille Exemple")
    fiche = factories.InitiativePageFactory(title="La recette", contact=contact)
    search_index()
    url = fiche.url
    client.get(url)
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        shown = client.get(url).content.decode()
    assert len(asked) == 1
    assert "La recette" in shown
    assert "Camille Exemple" in shown

    ContactPerson.objects.update(expires_on=datetime.date(2020, 1, 1))
    assert "Camille Exemple" not in client.get(url).content.decode()
    Page.objects.filter(pk=fiche.pk).update(title="L’atelier")
    assert "L’atelier" in client.get(url).content.decode()
    restriction = PageViewRestriction.objects.create(
        page=fiche.get_parent(), restriction_type="login"
    )
    assert client.get(url).status_code == 302
    restriction.delete()
    assert client.get(url).status_code == 200
    past = timezone.now() - datetime.timedelta(seconds=1)
    Page.objects.filter(pk=fiche.pk).update(expire_at=past)
    assert client.get(url).status_code == 404
    Page.objects.filter(pk=fiche.pk).update(expire_at=None, live=False)
    assert client.get(url).status_code == 404


def test_a_preview_is_never_remembered(client, home, editor):
    fiche = factories.InitiativePageFactory(title="Publiée")
    client.get(fiche.url)
    draft = fiche.specific
    draft.title = "Brouillon"
    request_shown = draft.make_preview_request(preview_mode=draft.default_preview_mode)
    assert "Brouillon" in request_shown.content.decode()
    assert "Brouillon" not in client.get(fiche.url).content.decode()
