"""What the version is made of, beside the writes."""

import datetime

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from hub.content.freshness.models import ContentVersion
from hub.content.freshness.version import content_version

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2031, 5, 4, 10, 0, tzinfo=datetime.UTC)


def at(monkeypatch, moment):
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_an_expiry_that_passes_moves_the_version_without_a_write(monkeypatch, fiche):
    Page.objects.filter(pk=fiche.pk).update(expire_at=NOW)
    at(monkeypatch, NOW - datetime.timedelta(seconds=1))
    before = content_version()
    at(monkeypatch, NOW)
    assert content_version() != before


def test_an_expiry_still_to_come_leaves_the_version(monkeypatch, fiche):
    Page.objects.filter(pk=fiche.pk).update(expire_at=NOW)
    at(monkeypatch, NOW - datetime.timedelta(hours=2))
    before = content_version()
    at(monkeypatch, NOW - datetime.timedelta(hours=1))
    assert content_version() == before


def test_the_version_is_one_question_that_an_index_answers(home):
    with CaptureQueriesContext(connection) as queries:
        content_version()
    (question,) = queries.captured_queries
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN QUERY PLAN " + question["sql"])
            plan = " ".join(step[3] for step in cursor.fetchall())
        assert "USING COVERING INDEX freshness_page_expiry" in plan


@pytest.mark.parametrize("token", ["", None])
def test_there_is_no_version_where_nobody_watches(home, token):
    ContentVersion.objects.all().delete()
    if token is not None:
        ContentVersion.objects.create(token=token)
    assert content_version() is None


def test_there_is_no_version_where_the_database_fails(home):
    def fail(*args):
        raise DatabaseError

    with connection.execute_wrapper(fail):
        assert content_version() is None
