"""The page of the form of a site that was made before the form, and the rights of the roles."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection

from home.models import StandardPage
from hub.content.models import SeedRecord
from hub.content.models.seed import seed
from initiatives.door.models import ProposalPage
from tests import factories

pytestmark = pytest.mark.django_db


def give_the_form():
    migration = importlib.import_module("home.migrations.0003_form_on_its_page")
    migration.give_the_form(apps, SimpleNamespace(connection=connection))


def test_the_page_that_stands_there_becomes_that_of_the_form(client, home):
    page = factories.StandardPageFactory(
        title="Signaler", slug="signaler-une-initiative", body=[("text", "<p>Dites-le-nous.</p>")]
    )
    seed("site", "page/signaler-une-initiative", lambda: page)
    page.save_revision().publish()
    other = factories.StandardPageFactory(slug="autre")
    give_the_form()
    found = ProposalPage.objects.get()
    assert (found.pk, found.uid, found.title) == (page.pk, page.uid, "Signaler")
    assert found.get_latest_revision_as_object().body[0].value.source == "<p>Dites-le-nous.</p>"
    assert SeedRecord.objects.get().made == found
    assert list(StandardPage.objects.all()) == [other]
    text = client.get(page.url).content.decode()
    assert "Dites-le-nous." in text
    assert 'name="token"' in text


def test_a_site_without_this_page_is_left_alone(home):
    factories.StandardPageFactory(slug="autre")
    give_the_form()
    assert not ProposalPage.objects.exists()


@pytest.mark.parametrize(
    ("role", "deletes"), [("Rédaction", False), ("Modération", True), ("Administration", True)]
)
def test_the_roles_that_publish_read_what_is_received(role, deletes):
    given = set(
        Group.objects.get(name=role)
        .permissions.filter(content_type__app_label="door")
        .values_list("codename", flat=True)
    )
    answering = {"view_proposal", "change_proposal", "view_errorreport", "change_errorreport"}
    deleting = {"delete_proposal", "delete_errorreport", "delete_sender"} if deletes else set()
    assert given == answering | deleting | {"view_sender"}


def test_contributors_read_nothing_of_it():
    group = Group.objects.get(name="Contribution")
    assert not group.permissions.filter(content_type__app_label="door").exists()
