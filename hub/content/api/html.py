"""Rich text as clean HTML: no class, absolute addresses, links that say to what they lead.

An internal link carries the type, the identifier and the path of its page (`data-type`, `data-id`,
`data-path`), so that a front end may route it itself. One to a page or a document that the public
may not see leaves its text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EntitySubstitution
from bs4.formatter import HTMLFormatter
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from hub.content.api.context import ApiContext
from hub.content.api.documents import read_documents
from hub.content.api.links import absolute_address, read_pages
from hub.content.api.reading import Need, needed
from hub.content.api.schemas import PageRef
from hub.content.document_links import note
from hub.content.equivalents import equivalent_of
from hub.content.models import HubDocument
from hub.content.text import NBSP
from hub.content.video.address import parse_youtube_address
from hub.content.video.facade import untitled

# What the editor's toolbar makes; anything else that an import wrote is taken away.
TAGS = "h2 h3 h4 p ul ol li blockquote hr br strong em sup sub a"
KEPT = frozenset(TAGS.split())
RENAMED = {"b": "strong", "i": "em"}
# Taken away with what they hold: it is no text.
DROPPED = ["script", "style", "template", "svg", "iframe", "object"]
READERS = {"page": read_pages, "document": read_documents}


class _InOrder(HTMLFormatter):
    """Writes attributes in the order in which they were given."""

    def attributes(self, tag: Tag) -> Iterable[tuple[str, Any]]:
        """Return them as they are."""
        return tag.attrs.items()


_FORMATTER = _InOrder(EntitySubstitution.substitute_xml, void_element_close_prefix="")


def needs_of_html(source: str) -> Iterator[Need]:
    """Yield the pages and documents that a rich text, as stored, leads to."""
    for tag in FIND_A_TAG.findall(source):
        attributes = extract_attrs(tag)
        reader = READERS.get(attributes.get("linktype", ""))
        key = attributes.get("id", "")
        if reader and key.isdecimal():
            yield reader, int(key)


def clean_html(source: str, ctx: ApiContext) -> SafeString:
    """Take a rich text as stored; return it as HTML that any site may show."""
    soup = BeautifulSoup(source, "html.parser")
    for tag in soup.find_all(DROPPED):
        tag.decompose()
    for tag in soup.find_all(True):
        _clean(tag, soup, ctx)
    return mark_safe(soup.decode(formatter=_FORMATTER))  # noqa: S308 - cleaned above


def _clean(tag: Tag, soup: BeautifulSoup, ctx: ApiContext) -> None:
    tag.name = RENAMED.get(tag.name, tag.name)
    attributes = {name: str(value) for name, value in tag.attrs.items()}
    tag.attrs = {}
    if tag.name == "a":
        _link(tag, attributes, soup, ctx)
    elif tag.name == "embed":
        _embed(tag, attributes, soup)
    elif tag.name not in KEPT:
        tag.unwrap()


def _link(tag: Tag, attributes: dict[str, str], soup: BeautifulSoup, ctx: ApiContext) -> None:
    kind, key = attributes.get("linktype", ""), attributes.get("id", "")
    reader = READERS.get(kind)
    found = needed(reader, int(key), ctx) if reader and key.isdecimal() else None
    if found is not None:
        _lead_to(tag, found, soup, ctx)
    elif not kind and (address := absolute_address(attributes.get("href", ""), ctx)):
        tag["href"] = address
    else:
        tag.unwrap()


def _lead_to(tag: Tag, found: PageRef | HubDocument, soup: BeautifulSoup, ctx: ApiContext) -> None:
    if not isinstance(found, HubDocument):
        tag.attrs.update(page_attributes(found))
        return
    tag.attrs.update({"href": ctx.absolute(found.url), "data-type": "document"})
    tag.append(f" ({note(found)})")
    if equivalent := ctx.ref(equivalent_of(found)):
        same = soup.new_tag("a", attrs=page_attributes(equivalent))
        same.string = equivalent["title"]
        tag.insert_after(f" (même contenu en page web{NBSP}: ", same, ")")


def _embed(tag: Tag, attributes: dict[str, str], soup: BeautifulSoup) -> None:
    """Put a link in the place of a video that was pasted in the text."""
    with suppress(ValidationError):
        video = parse_youtube_address(attributes.get("url", ""))
        link = soup.new_tag("a", attrs={"href": video.canonical_url})
        link.string = untitled(video)
        tag.insert_before(link)
        if isinstance(tag.parent, BeautifulSoup):
            link.wrap(soup.new_tag("p"))
    tag.decompose()


def page_attributes(page: PageRef) -> dict[str, str]:
    """Return the attributes of a link to a page."""
    return {
        "href": page["url"],
        "data-type": page["type"],
        "data-id": page["id"],
        "data-path": page["path"],
    }
