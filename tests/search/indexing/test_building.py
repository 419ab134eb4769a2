"""Pages become documents, many at a time, and only those that the public may see."""

import datetime
import logging
from dataclasses import replace

import pytest
from django.db import DatabaseError
from django.utils import timezone

from hub.plugins.declarations import Described
from search.indexing.building import build
from search.models import DocumentState
from search.registry import registry
from tests.factories import (
    EventPageFactory,
    InitiativePageFactory,
    LaureateStoryPageFactory,
    StandardPageFactory,
    VideoPageFactory,
)
from tests.initiatives.search.described import cite_everything

pytestmark = pytest.mark.django_db


def states():
    return list(DocumentState.objects.order_by("pk"))


def test_a_visible_page_has_a_document_and_a_text_to_show():
    page = StandardPageFactory(title="Mentions légales", summary="Qui publie ce site.")
    built = build(states())
    (document,) = built.documents
    assert (document.uid, document.kind, document.version) == (str(page.uid), "page", 1)
    assert "publ" in document.texts["body"]
    (state,) = built.states
    assert (state.title, state.text, state.deleted) == (page.title, "Qui publie ce site.", None)
    assert not built.gone


def test_a_page_that_is_hidden_is_gone_and_nothing_of_it_is_kept():
    page = StandardPageFactory(title="Secret")
    state = build(states()).states[0]
    page.live = False
    page.save()
    built = build([state])
    assert built.gone == (str(page.uid),)
    assert not built.documents
    assert (state.title, state.text) == ("", "")
    assert state.deleted is not None


def test_what_was_never_seen_is_not_said_to_have_gone():
    page = StandardPageFactory()
    page.unpublish()
    (state,) = build(states()).states
    assert state.deleted is None


def test_an_expiry_to_come_goes_with_the_document():
    soon = timezone.now() + datetime.timedelta(hours=1)
    StandardPageFactory(expire_at=soon)
    assert build(states()).documents[0].numbers["expires"] == int(soon.timestamp())


def test_a_declaration_that_raises_leaves_its_page_out_and_is_named_in_the_log(monkeypatch, caplog):
    bad, good = StandardPageFactory(title="Mauvaise"), StandardPageFactory(title="Bonne")

    def describe(page):
        if page.pk == bad.pk:
            raise RuntimeError("Broken plugin")
        return Described(texts=["Un texte."])

    raising = replace(registry.documents["page"], describe=describe)
    monkeypatch.setitem(registry.documents, "page", raising)
    with caplog.at_level(logging.ERROR, "hub.search"):
        built = build(states())
    assert [one.uid for one in built.documents] == [str(good.uid)]
    assert built.gone == (str(bad.uid),)
    assert "Mauvaise" in caplog.text


def test_a_declaration_whose_pages_cannot_be_read_takes_no_other_type_down(monkeypatch, caplog):
    StandardPageFactory()
    fiche = InitiativePageFactory()

    def read(pages):
        raise RuntimeError("Broken plugin")

    monkeypatch.setitem(registry.documents, "page", replace(registry.documents["page"], read=read))
    assert [one.uid for one in build(states()).documents] == [str(fiche.uid)]
    assert "Broken plugin" in caplog.text


def test_a_database_that_fails_is_no_reason_to_forget_a_page(monkeypatch):
    StandardPageFactory()

    def read(pages):
        raise DatabaseError("gone")

    monkeypatch.setitem(registry.documents, "page", replace(registry.documents["page"], read=read))
    with pytest.raises(DatabaseError):
        build(states())


def test_a_text_that_no_database_holds_is_stored_without_its_faults(monkeypatch):
    StandardPageFactory()
    odd = replace(
        registry.documents["page"], describe=lambda page: Described(texts=["avant\0\ud800après"])
    )
    monkeypatch.setitem(registry.documents, "page", odd)
    assert build(states()).states[0].text == "avant après"


@pytest.mark.parametrize(
    "factory",
    [InitiativePageFactory, LaureateStoryPageFactory, EventPageFactory, VideoPageFactory],
)
def test_twice_as_many_pages_take_no_more_questions(factory, django_assert_max_num_queries):
    cite_everything(factory())
    with django_assert_max_num_queries(100) as one:
        build(states())
    for _ in range(4):
        cite_everything(factory())
    with django_assert_max_num_queries(len(one)):
        built = build(states())
    assert len(built.documents) >= 5
