"""What the entry of a feed says of a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html, format_html_join

from hub.content.printable import printable
from hub.territory.point import Point
from initiatives.models import EventPage, InitiativePage, Term
from initiatives.querysets import theme_links


def read_entries(pages: Any) -> Any:
    """Add to pages of one type what their entries say, without their bodies."""
    pages = pages.defer_streamfields()
    if pages.model is InitiativePage:
        return pages.prefetch_related(theme_links())
    return pages.select_related("kind") if pages.model is EventPage else pages


def summary_of(page: Any) -> str:
    """Return the words of the editor, empty where there are none."""
    return printable(getattr(page, "summary", "") or page.search_description)


def html_of(page: Any) -> str:
    """Return the summary, then when and where, as HTML without class nor script."""
    facts = [printable(fact) for fact in _facts(page) if fact]
    listed = format_html_join("", "<li>{}</li>", ((fact,) for fact in facts))
    summary = summary_of(page)
    text = format_html("<p>{}</p>", summary) if summary else ""
    return text + (format_html("<ul>{}</ul>", listed) if facts else "")


def terms_of(page: Any) -> list[Term]:
    """Return the themes of a fiche, or the kind of an event."""
    if isinstance(page, InitiativePage):
        return page.themes
    return [page.kind] if isinstance(page, EventPage) and page.kind else []


def point_of(page: Any) -> Point | None:
    """Return where it is; None for what has no place."""
    found: Point | None = getattr(page, "location", None)
    return found


def _facts(page: Any) -> Iterator[str]:
    if getattr(page, "is_fictitious", False):
        yield "Exemple fictif"
    if isinstance(page, EventPage):
        yield "Annulé" if page.is_cancelled else ""
        yield page.when
        yield page.place_name
    yield getattr(page, "place_label", "")
