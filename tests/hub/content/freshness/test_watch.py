"""Every table is watched, and stays so through migrations."""

import pytest
from django.apps import apps
from django.db import connection

from hub.content.freshness.models import ContentVersion
from hub.content.freshness.triggers import DIALECTS
from hub.content.freshness.version import content_version
from hub.content.freshness.watch import pause, watch
from hub.content.freshness.watched import UNSHOWN_APPS, UNSHOWN_MODELS, is_watched, watched_columns
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db
OUR_APPS = {"content", "territory", "initiatives", "home"}
TRIGGERS = {
    "sqlite": "SELECT tbl_name FROM sqlite_master WHERE name LIKE 'freshness_moves%%'",
    "postgresql": "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE t.tgname = 'freshness_moves'",
}


def tables_with_triggers():
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        return {table for (table,) in cursor.fetchall()}


def test_every_model_of_our_applications_is_watched():
    """One that never shows on a page says so, with `shown_on_pages = False`."""
    watched = tables_with_triggers()
    forgotten = [
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in OUR_APPS
        and model._meta.db_table not in watched
        and getattr(model, "shown_on_pages", True)
    ]
    assert forgotten == []


def test_the_triggers_are_on_the_watched_tables_and_no_other():
    assert tables_with_triggers() == set(watched_columns(connection))


def test_what_is_said_not_to_show_exists():
    models = apps.get_models(include_auto_created=True)
    labels = {model._meta.label_lower for model in models}
    assert labels >= UNSHOWN_MODELS
    assert {model._meta.app_label for model in models} >= UNSHOWN_APPS


def test_a_model_may_say_that_it_shows_nowhere():
    assert not is_watched(ContentVersion)


def test_a_site_that_migrates_has_no_version_until_it_has_migrated():
    before = content_version()
    pause(using="default")
    assert content_version() is None
    assert tables_with_triggers() == set()
    watch(using="default")
    assert content_version() not in {None, before}
    assert tables_with_triggers() == set(watched_columns(connection))


def test_watching_twice_is_watching_once(version):
    watch(using="default")
    watch(using="default")
    before = version()
    OrganisationFactory()
    assert content_version() != before


@pytest.mark.parametrize("change", [pause, watch])
def test_an_unknown_kind_of_database_is_left_alone(monkeypatch, home, change):
    before = tables_with_triggers(), content_version()
    monkeypatch.delitem(DIALECTS, connection.vendor)
    change(using="default")
    assert (tables_with_triggers(), content_version()) == before
