"""The newest results of a search as Atom (RFC 4287), by pages (RFC 5005), with places (GeoRSS)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from hub.content import licence
from hub.content.printable import printable
from hub.contrib.feeds.entries import html_of, point_of, read_entries, summary_of, terms_of
from hub.contrib.feeds.moments import written_at
from hub.plugins import Representation, Selection
from initiatives.models import Term

SUFFIX = "atom"
MOST = 50  # entries of one page
GEORSS = "http://www.georss.org/georss"


class Feed(Atom1Feed):
    """Django's Atom, with the pages before and after, full texts, places and named categories."""

    def root_attributes(self) -> dict[str, str]:
        """Return the namespaces."""
        return {**super().root_attributes(), "xmlns:georss": GEORSS}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Add the addresses of the other pages of the feed."""
        super().add_root_elements(handler)
        for relation, address in self.feed["others"]:
            handler.addQuickElement("link", "", {"rel": relation, "href": address})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """Add the text of the entry, its terms and its place: the latitude comes first."""
        super().add_item_elements(handler, item)
        if item["html"]:
            handler.addQuickElement("content", item["html"], {"type": "html"})
        for term in item["terms"]:
            handler.addQuickElement("category", "", term)
        if point := item["point"]:
            handler.addQuickElement("georss:point", f"{point.latitude} {point.longitude}")


def write_atom(selection: Selection) -> Iterator[bytes]:
    """Yield the feed, whole: it is short."""
    feed = Feed(
        title=printable(f"{selection.title} — {selection.site_name}"),
        link=selection.address,
        description=None,
        language="fr",
        author_name=printable(selection.publisher),
        feed_url=selection.address_as(SUFFIX, selection.number),
        feed_copyright=f"{licence.NAME} ({licence.ADDRESS})",
        others=list(_others(selection)),
    )
    for page in selection.pages(read_entries):
        feed.add_item(
            title=printable(page.title),
            link=selection.address_of(page),
            description=escape(summary_of(page)),
            unique_id=f"urn:uuid:{page.uid}",
            pubdate=page.first_published_at,
            updateddate=written_at(page),
            html=html_of(page),
            terms=[_category(term, selection) for term in terms_of(page)],
            point=point_of(page),
        )
    yield feed.writeString("utf-8").encode()


def _category(term: Term, selection: Selection) -> dict[str, str]:
    vocabulary = urljoin(selection.address, reverse("vocabulary", args=[term.scheme]))
    return {"term": term.slug, "label": printable(term.name), "scheme": vocabulary}


def _others(selection: Selection) -> Iterator[tuple[str, str]]:
    number = selection.number
    if number > 1:
        yield "first", selection.address_as(SUFFIX)
        yield "previous", selection.address_as(SUFFIX, number - 1)
    if selection.has_next:
        yield "next", selection.address_as(SUFFIX, number + 1)


ATOM = Representation(
    suffix=SUFFIX,
    media_type="application/atom+xml; charset=utf-8",
    label="Atom (pour suivre les nouveautés)",
    write=write_atom,
    newest=MOST,
)
