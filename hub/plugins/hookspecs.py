"""The hooks. Each returns declarations; none is added before something uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from django.urls import URLPattern, URLResolver
    from ninja import Router

    from hub.plugins.declarations import (
        BlockSpec,
        DashboardPanel,
        DocumentSpec,
        Facet,
        HeadLink,
        ListSection,
        PageSection,
        Representation,
    )

# Raised by one before the point when a hook changes or goes, after it when one is added.
API_VERSION = "1.4"
PROJECT = "hub"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def installed_apps() -> Iterable[str]:
    """Return the dotted names of the Django apps of the plugin.

    Called while the settings are read: the module of the plugin imports neither models nor blocks.
    """
    return ()


@hookspec
def embed_finders() -> Iterable[Mapping[str, object]]:
    """Return finders of embedded media, as entries of Wagtail's `WAGTAILEMBEDS_FINDERS`.

    Called while the settings are read. The first finder that takes an address answers.
    """
    return ()


@hookspec
def stream_blocks() -> Iterable[BlockSpec]:
    """Return the blocks of the plugin.

    Called while models are loading: import the blocks inside the function, and no model in them.
    """
    return ()


@hookspec
def page_sections() -> Iterable[PageSection]:
    """Return the parts that the plugin adds to pages of ours. Called when a page is first shown."""
    return ()


@hookspec
def dashboard_panels() -> Iterable[DashboardPanel]:
    """Return what the plugin shows on the home of the admin. Called when it is first shown."""
    return ()


@hookspec
def search_documents() -> Iterable[DocumentSpec]:
    """Return the page types of the plugin that visitors search. Called when search starts."""
    return ()


@hookspec
def search_facets() -> Iterable[Facet]:
    """Return the ways to narrow a search that the plugin adds. Called when search starts."""
    return ()


@hookspec
def urlpatterns() -> Iterable[URLPattern | URLResolver]:
    """Return addresses, mounted at `/modules/<name of the plugin>/`."""
    return ()


@hookspec
def root_urlpatterns() -> Iterable[URLPattern | URLResolver]:
    """Return addresses at the root of the site, each under a first segment of the plugin's own.

    The sitemap lists those that have a name, no parameter, and a slash at their end.
    """
    return ()


@hookspec
def representations() -> Iterable[Representation]:
    """Return other forms of the results of a search. Called when one is first looked for."""
    return ()


@hookspec
def head_links() -> Iterable[HeadLink]:
    """Return other forms of pages, declared in their heads. Called when a page is first shown."""
    return ()


@hookspec
def list_sections() -> Iterable[ListSection]:
    """Return the parts that the plugin adds under lists. Called when a list is first shown."""
    return ()


@hookspec
def api_routers() -> Iterable[Router]:
    """Return routers of django-ninja, mounted at `/api/v1/modules/<name of the plugin>`.

    Called when the addresses are read. Whoever asks is answered as by our own: unknown parameters
    are refused, errors are told in French, answers are kept until the content changes.
    """
    return ()
