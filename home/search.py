"""What visitors search of the front: doors to a subject and pages of text."""

from __future__ import annotations

from typing import Any

from home.models import StandardPage, ThemePage
from hub.plugins.declarations import Described, DocumentSpec
from initiatives.search.texts import each_once, stream_texts
from search.registry import registry

EXCLUDED = ("home.HomePage", "home.ThemeIndexPage")


def describe_theme(theme: ThemePage) -> Described:
    """Return the texts of a door, and its theme with the one above."""
    term = theme.term
    family = [term.parent, term] if term and term.parent else [term] if term else []
    texts = [theme.summary, *stream_texts(theme.body)]
    for one in family:
        texts += [one.name, one.definition]
    return Described(texts=each_once(texts), values={"theme": [one.slug for one in family]})


def describe_page(page: StandardPage) -> Described:
    """Return the texts of a page."""
    return Described(texts=each_once([page.summary, *stream_texts(page.body)]))


def _themes_of(term: Any) -> Any:
    return ThemePage.objects.filter(term=term) | ThemePage.objects.filter(term__parent=term)


DOCUMENTS = (
    DocumentSpec(
        name="theme",
        singular="thème",
        plural="thèmes",
        model="home.ThemePage",
        describe=describe_theme,
        read=lambda themes: themes.select_related("term__parent"),
        cards=lambda pages: pages.for_cards(),
        card="search/cards/theme.html",
        depends_on={"initiatives.Term": _themes_of},
    ),
    DocumentSpec(
        name="page",
        singular="page",
        plural="pages",
        model="home.StandardPage",
        describe=describe_page,
        cards=lambda pages: pages.for_cards(),
        card="search/cards/page.html",
    ),
)


def register() -> None:
    """Declare them."""
    registry.register(documents=DOCUMENTS, excluded=EXCLUDED, order=1)
