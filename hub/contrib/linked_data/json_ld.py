"""The results of a search as JSON-LD: a `CollectionPage` and the list of what it shows."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hub.content import licence
from hub.contrib.linked_data.items import item_of, read_items
from hub.plugins import Representation, Selection
from initiatives.structured_data import CONTEXT


def write_json_ld(selection: Selection) -> Iterator[bytes]:
    """Yield the page of the list, its items as they are read; how many were found comes first."""
    head = {
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "name": selection.title,
        "url": selection.address,
        "inLanguage": "fr",
        "license": licence.ADDRESS,
        "publisher": {"@type": "Organization", "name": selection.publisher},
    }
    listed = {"@type": "ItemList", "numberOfItems": selection.total}
    yield f'{_open(head)},"mainEntity":{_open(listed)},"itemListElement":['.encode()
    for rank, page in enumerate(selection.pages(read_items), start=1):
        element = {
            "@type": "ListItem",
            "position": rank,
            "url": selection.address_of(page),
            "item": item_of(page, selection),
        }
        yield f"{',' if rank > 1 else ''}\n{_json(element)}".encode()
    yield b"\n]}}\n"


def _open(value: object) -> str:
    """Return an object that something else is added to."""
    return _json(value)[:-1]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


JSON_LD = Representation(
    suffix="jsonld",
    media_type="application/ld+json",
    label="JSON-LD (données liées)",
    write=write_json_ld,
)
