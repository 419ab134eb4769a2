"""What the plugin brings."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.urls import URLPattern

from hub.plugins import (
    BlockSpec,
    DashboardPanel,
    DocumentSpec,
    Facet,
    HeadLink,
    ListSection,
    PageSection,
    Representation,
    hookimpl,
)

if TYPE_CHECKING:  # it reads the settings, which read this module
    from ninja import Router


@hookimpl
def installed_apps() -> Iterable[str]:
    """Its models, templates and static files."""
    return ["hub_quote_wall"]


@hookimpl
def stream_blocks() -> Iterable[BlockSpec]:
    """A quotation with a picture, wherever texts are."""
    from hub_quote_wall.blocks import QuoteBlock

    return [BlockSpec("quote_wall_quote", QuoteBlock())]


@hookimpl
def page_sections() -> Iterable[PageSection]:
    """The last quotations, at the end of the home page."""
    from hub_quote_wall.sections import latest

    return [latest]


@hookimpl
def dashboard_panels() -> Iterable[DashboardPanel]:
    """The quotations that nobody signed."""
    from hub_quote_wall.panels import unsigned

    return [unsigned]


@hookimpl
def search_documents() -> Iterable[DocumentSpec]:
    """The pages of quotations."""
    from hub_quote_wall.search import wall

    return [wall]


@hookimpl
def search_facets() -> Iterable[Facet]:
    """Who speaks."""
    from hub_quote_wall.search import speaking

    return [speaking]


@hookimpl
def urlpatterns() -> Iterable[URLPattern]:
    """The quotations for other sites."""
    from hub_quote_wall.urls import patterns

    return patterns


@hookimpl
def root_urlpatterns() -> Iterable[URLPattern]:
    """The quotations for readers, at `/citations/`."""
    from hub_quote_wall.urls import root_patterns

    return root_patterns


@hookimpl
def representations() -> Iterable[Representation]:
    """The titles of the results, one a line."""
    from hub_quote_wall.titles import TITLES

    return [TITLES]


@hookimpl
def head_links() -> Iterable[HeadLink]:
    """The quotations for other sites, said by the page of them."""
    from hub_quote_wall.sections import as_data

    return [as_data]


@hookimpl
def list_sections() -> Iterable[ListSection]:
    """The last quotations, under the list of initiatives."""
    from hub_quote_wall.sections import under_lists

    return [under_lists]


@hookimpl
def api_routers() -> "Iterable[Router]":
    """The quotations, in the API."""
    from hub_quote_wall.api import router

    return [router]
