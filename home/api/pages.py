"""The home page, ordinary pages and themes as the API gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field

from home.models import StandardPage, ThemePage
from hub.content.api.context import ApiContext
from hub.content.api.reading import Need
from hub.content.api.registry import PageResource, register_page
from hub.content.api.schemas import CodedValue, PageJson, PageRef
from initiatives.api.links import needs_of_pages, refs_in_order, related_keys
from initiatives.api.terms import term_json


class StandardPageJson(PageJson):
    """Page de texte."""

    related: Annotated[list[PageRef], Field(description="À lire aussi.")]


class ThemeJson(PageJson):
    """Porte d’entrée d’un thème."""

    term: Annotated[CodedValue | None, Field(description="Terme du vocabulaire « theme ».")]
    search: Annotated[
        str,
        Field(
            description="Paramètres de la recherche de tout ce qui porte ce thème, pour "
            "`/api/v1/recherche` ; vide sans terme.",
            examples=["theme=temps-de-travail"],
        ),
    ]
    related: Annotated[list[PageRef], Field(description="Pages choisies.")]


def needs_of_page(page: Any) -> Iterator[Need]:
    """Yield the pages beside it."""
    return needs_of_pages(related_keys(page))


def write_page(page: StandardPage, ctx: ApiContext) -> dict[str, object]:
    """Return what an ordinary page has beyond what every page has."""
    return {"related": refs_in_order(related_keys(page), ctx)}


def read_themes(pages: Any, ctx: ApiContext) -> Iterable[ThemePage]:
    """Read themes with their terms."""
    found: Iterable[ThemePage] = pages.select_related("term")
    return found


def write_theme(page: ThemePage, ctx: ApiContext) -> dict[str, object]:
    """Return what a theme has beyond what every page has."""
    return {
        "term": term_json(page.term),
        "search": page.search.to_query_string() if page.search else "",
        "related": refs_in_order(related_keys(page), ctx),
    }


def register() -> None:
    """Add the page types of the front of the site."""
    register_page(PageResource("accueil", "home.HomePage"))
    register_page(
        PageResource("page", "home.StandardPage", StandardPageJson, write_page, needs=needs_of_page)
    )
    register_page(PageResource("liste-themes", "home.ThemeIndexPage"))
    register_page(
        PageResource(
            "theme",
            "home.ThemePage",
            ThemeJson,
            write_theme,
            read_themes,
            needs_of_page,
            collection="themes",
        )
    )
