"""A page seen from another one: what it gives, to whom, and in how many queries."""

import pytest
from django.test import RequestFactory
from wagtail.models import Page

from hub.content.api.context import ApiContext
from tests.factories import EventPageFactory, InitiativePageFactory, StandardPageFactory
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def context(home):
    return ApiContext(RequestFactory().get("/api/v1/pages", SERVER_NAME="localhost"))


def test_a_page_is_its_identity_type_title_and_address(context):
    page = InitiativePageFactory(title="Les Délices bleus", slug="les-delices-bleus")

    ref = context.ref(page)

    assert ref == {
        "id": str(page.uid),
        "type": ref["type"],
        "title": "Les Délices bleus",
        "path": "/initiatives/les-delices-bleus/",
        "url": page.get_full_url(context.request),
    }
    assert ref["url"].startswith("http")


def test_no_page_has_no_ref(context):
    assert context.ref(None) is None
    assert context.refs([None]) == {}


@pytest.mark.parametrize("hide", HIDINGS.values(), ids=HIDINGS)
def test_a_hidden_page_has_none_not_even_its_title(context, hide):
    page = InitiativePageFactory()
    hide(page)

    assert context.ref(page) is None


def test_the_root_of_the_tree_has_none(context):
    assert context.ref(Page.get_first_root_node()) is None


def test_pages_are_read_together_and_once(context, django_assert_num_queries):
    fiches = [InitiativePageFactory() for _ in range(4)]
    events = [EventPageFactory() for _ in range(3)]
    wanted = [page.pk for page in (*fiches, *events, StandardPageFactory())]
    Page.objects.first().get_full_url()  # the roots of the sites are read once for each process
    context.refs([StandardPageFactory().pk])

    with django_assert_num_queries(4):  # which are visible, and one for each type
        assert set(context.refs(wanted)) == set(wanted)
    with django_assert_num_queries(0):
        context.ref(fiches[0])


def test_what_is_read_for_an_answer_is_read_once(context):
    read = iter(range(9))

    assert context.kept("x", lambda: next(read)) == context.kept("x", lambda: next(read)) == 0
