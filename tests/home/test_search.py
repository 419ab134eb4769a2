"""Doors to a subject and pages of text are searched."""

import pytest

from search.registry import registry
from tests.factories import StandardPageFactory, TermFactory, ThemePageFactory
from tests.initiatives.search.described import document_of, text_of

pytestmark = pytest.mark.django_db


def test_a_door_is_found_by_its_theme_and_what_it_means():
    work = TermFactory(slug="travail", name="Organisation du travail")
    week = TermFactory(slug="semaine", name="Quatre jours", parent=work, definition="Moins longue.")
    door = ThemePageFactory(summary="Pourquoi.", term=week)
    assert document_of(door).values["theme"] == ("travail", "semaine")
    assert text_of(door).splitlines() == [
        "Pourquoi.", "Organisation du travail", "Quatre jours", "Moins longue.",
    ]  # fmt: skip


def test_a_door_without_a_theme_has_its_own_words():
    assert text_of(ThemePageFactory(summary="Pourquoi.")) == "Pourquoi."


def test_a_page_is_found_by_the_text_of_its_sections_and_columns():
    page = StandardPageFactory(
        summary="Qui nous sommes.",
        body=[{"type": "text", "value": "<h2>L’équipe</h2><p>Trois personnes.</p>"}],
    )
    assert "Trois personnes." in text_of(page)


def test_fiches_come_before_pages_of_text():
    assert list(registry.documents)[:8] == [
        "initiative", "laureat", "evenement", "serie", "compte-rendu", "video", "publication",
        "theme",
    ]  # fmt: skip
