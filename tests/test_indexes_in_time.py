"""The indexes of Wagtail wait in the tests, and are whole as soon as they are read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex

from tests.factories import StandardPageFactory
from tests.indexes_in_time import ENTRIES

pytestmark = pytest.mark.django_db


def test_a_page_waits_and_is_found_all_the_same(home, waiting_indexes):
    page = StandardPageFactory(title="Conciergerie")
    assert waiting_indexes.tasks
    assert list(Page.objects.search("conciergerie")) == [page.page_ptr]
    assert ENTRIES not in waiting_indexes.tasks.values()


def test_what_a_page_refers_to_waits_and_is_read_all_the_same(home, waiting_indexes):
    link = f'<p><a linktype="page" id="{home.pk}">Accueil</a></p>'
    StandardPageFactory(body=[("text", link)])
    assert waiting_indexes.tasks
    assert ReferenceIndex.get_references_to(home).exists()


def test_what_waits_for_one_index_is_not_done_for_the_other(home, waiting_indexes):
    page = StandardPageFactory(title="Conciergerie")
    waiting = len(waiting_indexes.tasks)
    assert not ReferenceIndex.get_references_to(page).exists()
    assert 0 < len(waiting_indexes.tasks) < waiting
    assert list(Page.objects.search("conciergerie")) == [page.page_ptr]
    assert not waiting_indexes.tasks


def test_a_page_that_is_gone_is_in_no_index(home, waiting_indexes):
    StandardPageFactory(title="Conciergerie").delete()
    assert not Page.objects.search("conciergerie")


def test_nothing_waits_where_questions_are_counted(home, waiting_indexes):
    with CaptureQueriesContext(connection) as counted:
        assert not waiting_indexes.tasks
        StandardPageFactory()
    assert any("wagtailsearch_indexentry" in query["sql"] for query in counted)
    StandardPageFactory()
    assert waiting_indexes.tasks
