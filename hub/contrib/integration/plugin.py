"""What the plugin brings."""

from collections.abc import Iterable

from django.urls import URLPattern, URLResolver

from hub.plugins import HeadLink, ListSection, PageSection, hookimpl


@hookimpl
def installed_apps() -> Iterable[str]:
    """Its templates and its files."""
    return ["hub.contrib.integration"]


@hookimpl
def root_urlpatterns() -> Iterable[URLPattern | URLResolver]:
    """The provider of oEmbed, and what stands in frames."""
    from hub.contrib.integration.urls import urlpatterns

    return urlpatterns


@hookimpl
def head_links() -> Iterable[HeadLink]:
    """The description of a page for who embeds it."""
    from hub.contrib.integration.discovery import OEMBED

    return [OEMBED]


@hookimpl
def list_sections() -> Iterable[ListSection]:
    """« Intégrer cette liste »."""
    from hub.contrib.integration.snippets import OF_LISTS

    return [OF_LISTS]


@hookimpl
def page_sections() -> Iterable[PageSection]:
    """« Intégrer cette fiche », and the same for stories, events, reports, videos, publications."""
    from hub.contrib.integration.snippets import OF_PAGES

    return OF_PAGES
