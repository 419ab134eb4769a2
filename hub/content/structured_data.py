"""JSON-LD of any page (schema.org): what the page says of itself, its list, the way to it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from hub.content.addresses import hub_url, page_url, public_root
from hub.content.breadcrumbs import Crumb
from hub.content.excerpt import cut_at_a_word
from hub.content.head import Head
from hub.content.models import SiteIdentity

# Types of schema.org that search engines read as articles: they need a headline and an author.
ARTICLES = frozenset({"Article", "Report"})
# Google, "Article structured data": headlines that are longer may be cut.
HEADLINE_LENGTH = 110

# `</script>` and `<!--` would end the block or change how it is read (HTML, script data states);
# the two separators are line ends in old JavaScript.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def breadcrumb_list(trail: Iterable[Crumb], root: str) -> dict[str, Any]:
    """Return a `BreadcrumbList`; `root` is the address of the site without a final slash."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": rank,
                "name": crumb.label,
                **({"item": _absolute(crumb.url, root)} if crumb.url else {}),
            }
            for rank, crumb in enumerate(trail, start=1)
        ],
    }


def publisher(identity: SiteIdentity, request: HttpRequest) -> dict[str, Any]:
    """Return the `Organization` that publishes the site."""
    root = public_root(request)
    return {
        "@type": "Organization",
        "@id": f"{root}/#editeur",
        "name": identity.publisher,
        "url": f"{root}/",
        "logo": hub_url(static("site/favicon.svg"), request),
    }


def completed(
    described: Mapping[str, Any], head: Head, identity: SiteIdentity, request: HttpRequest
) -> dict[str, Any]:
    """Return a description with what search engines need of its type and every page has.

    Sources: Google Search Central on Article, Event, VideoObject and WebSite. What a type says
    itself is kept.
    """
    data, kind = dict(described), described.get("@type")
    editor = publisher(identity, request)
    shared = {"description": head.description, "url": head.address, "image": head.image.address}
    if kind in ARTICLES:
        shared["headline"] = cut_at_a_word(head.name, HEADLINE_LENGTH)
    added: dict[str, Any] = dict(shared)
    if kind in {*ARTICLES, "WebSite", "WebPage", "CollectionPage", "VideoObject"}:
        added["publisher"] = editor
    if kind in ARTICLES:
        added["author"] = editor
    if kind == "Event":
        added["organizer"] = [editor]
    if kind == "VideoObject":
        added |= {"thumbnailUrl": head.image.address, "uploadDate": data.get("datePublished")}
    return added | {name: value for name, value in data.items() if value}


def item_list(items: Iterable[Any], total: int, request: HttpRequest) -> dict[str, Any]:
    """Return an `ItemList` of the pages of a list that are shown, and how many there are."""
    return {
        "@type": "ItemList",
        "numberOfItems": total,
        "itemListElement": [
            {"@type": "ListItem", "position": rank, "url": page_url(item, request)}
            for rank, item in enumerate(items, start=1)
        ],
    }


def json_ld_script(data: Mapping[str, Any]) -> SafeString:
    """Return a data block that holds `data`; unknown values (None) are left out.

    No text of an editor can leave the block. It is not a script: the content policy lets it be.
    """
    known = {key: value for key, value in data.items() if value not in (None, "")}
    text = json.dumps(known, cls=DjangoJSONEncoder, ensure_ascii=False).translate(ESCAPES)
    # Escaped above, as JSON: escaping as HTML would break it.
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text),  # noqa: S308
    )


def _absolute(url: str, root: str) -> str:
    return f"{root}{url}" if url.startswith("/") else url
