"""What the public may not see comes out of no answer of the embedded index."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page

from search.dsl import shown_documents
from search.indexing.draining import drain
from search.query import SearchQuery
from search.searching import search
from tests.factories import InitiativePageFactory, TermFactory
from tests.hidings import HIDINGS, HOUR

pytestmark = pytest.mark.django_db

SECRET = "xylophonie"


def soon_expired(fiche):
    """Expire without any write: it was indexed before its hour."""
    fiche.expire_at = timezone.now() + datetime.timedelta(seconds=1)
    fiche.save()


def secret_fiche(**kwargs):
    term = TermFactory(slug="secret", name="Secret")
    return InitiativePageFactory(
        title=f"La {SECRET}", summary=f"Une {SECRET} au bureau.", terms=[term], **kwargs
    )


def leaks(engine):
    """Return by which answers something of the secret comes out."""
    shown = search(SearchQuery(words=SECRET))
    everything = search(SearchQuery())
    return {
        name
        for name, is_out in {
            "hits": shown.total or shown.hits,
            "near words": any("xyloph" in one for one in shown.words.split() if one != SECRET),
            "counts": everything.counts["theme"].get("secret"),
            "types": everything.counts["type"].get("initiative"),
            "words": engine.words("xyloph", shown_documents(), 10),
            "scan": list(engine.scan({"term": {"title": "xylophon"}})),
            "spelling": [one for one, _ in engine.similar(f"{SECRET}s", 5)],
            "documents": engine.versions(),
        }.items()
        if is_out
    }


def test_what_is_shown_comes_out_everywhere_but_in_near_words(embedded_index):
    secret_fiche()
    drain()
    assert leaks(embedded_index) >= {"hits", "counts", "types", "words", "spelling", "documents"}


@pytest.mark.parametrize("hiding", HIDINGS)
def test_what_becomes_hidden_comes_out_nowhere(embedded_index, hiding):
    fiche = secret_fiche()
    drain()
    HIDINGS[hiding](fiche)
    if hiding == "expired":  # written to the row alone: `publish_scheduled` withdraws it
        Page.objects.get(pk=fiche.pk).specific.unpublish()
    drain()
    assert leaks(embedded_index) == set()


@pytest.mark.parametrize("hiding", ["login", "password", "groups", "above", "expired"])
def test_what_was_hidden_from_the_start_comes_out_nowhere(embedded_index, hiding):
    HIDINGS[hiding](secret_fiche())
    drain()
    assert leaks(embedded_index) == set()


def test_a_draft_and_a_date_to_come_come_out_nowhere(embedded_index):
    secret_fiche(live=False)
    scheduled = secret_fiche(live=False)
    scheduled.go_live_at = timezone.now() + HOUR
    scheduled.save_revision().publish()
    drain()
    assert leaks(embedded_index) == set()


def test_the_words_of_a_newer_draft_come_out_nowhere(embedded_index):
    fiche = InitiativePageFactory(title="Publique", terms=[])
    fiche.title = f"La {SECRET}"
    fiche.save_revision()
    drain()
    assert leaks(embedded_index) == {"types", "documents"}


def test_what_expires_leaves_the_answers_at_its_second(embedded_index, monkeypatch):
    fiche = secret_fiche(expire_at=timezone.now() + HOUR)
    drain()
    assert search(SearchQuery(words=SECRET)).total == 1
    later = (timezone.now() + 2 * HOUR).timestamp()
    monkeypatch.setattr("search.dsl.time.time", lambda: later)
    assert fiche.live
    assert leaks(embedded_index) <= {"spelling", "documents", "scan"}
