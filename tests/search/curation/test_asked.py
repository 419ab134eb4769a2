"""The words that visitors ask for, and nothing of who asks."""

import datetime

import pytest
from django.db import DatabaseError
from django.utils import timezone

from search.curation import asked
from search.curation.models import MAX_WORDS_LENGTH, AskedWords

pytestmark = pytest.mark.django_db


def counted():
    rows = AskedWords.objects.order_by("words")
    return {row.words: (row.count, row.unanswered) for row in rows}


def test_words_are_counted_by_day_whatever_their_case():
    asked.record("Crèche ", is_answered=True)
    asked.record("crèche", is_answered=False)
    asked.record("vélo", is_answered=True)

    assert counted() == {"crèche": (2, 1), "vélo": (1, 0)}
    assert {row.day for row in AskedWords.objects.all()} == {timezone.localdate()}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("jean.dupont@exemple.fr", ""),
        ("contact jean@exemple.fr crèche", "contact crèche"),
        ("06 12 34 56 78", ""),
        ("+33 6.12.34.56.78 vélo", "vélo"),
        ("SIRET 123 456 789 00012", "siret"),
        ("1 85 05 78 006 084 36", ""),
        ("semaine de 4 jours en 2023", "semaine de 4 jours en 2023"),
        ("loi de 1901 <script>", "loi de 1901 script"),
        ("l’égalité \x00\ud800 salarié.e.s", "l’égalité salarié.e.s"),
        ("   ", ""),
    ],
)
def test_addresses_and_long_numbers_are_dropped(typed, kept):
    assert asked.impersonal(typed) == kept


def test_words_without_end_are_cut():
    assert len(asked.impersonal("mot " * 10_000)) <= MAX_WORDS_LENGTH


def test_words_wait_and_are_written_together(settings, django_assert_num_queries):
    settings.HUB_SEARCH_LOG_SECONDS = 3600.0
    with django_assert_num_queries(0):
        for _ in range(5):
            asked.record("crèche", is_answered=True)
    asked.write_waiting()

    assert counted() == {"crèche": (5, 0)}
    assert asked._timer is not None
    asked._timer.cancel()
    asked._timer = None


def test_a_database_that_refuses_loses_a_count_and_breaks_no_search(monkeypatch, caplog):
    def refuse(*args):
        raise DatabaseError("locked")

    monkeypatch.setattr(AskedWords, "add", refuse)
    asked.record("crèche", is_answered=True)

    assert "1 searched words were not counted" in caplog.text
    assert counted() == {}


def test_what_is_older_than_thirteen_months_is_forgotten():
    today = timezone.localdate()
    AskedWords.add("vieux", today - datetime.timedelta(days=401), 1, 0)
    AskedWords.add("récent", today - datetime.timedelta(days=399), 1, 0)

    assert asked.forget_old() == 1
    assert counted() == {"récent": (1, 0)}


def test_the_first_write_of_a_day_forgets_what_is_too_old():
    AskedWords.add("vieux", timezone.localdate() - datetime.timedelta(days=401), 1, 0)

    asked.record("crèche", is_answered=True)

    assert counted() == {"crèche": (1, 0)}
