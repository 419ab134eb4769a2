"""Plain texts of what pages hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.rich_text import get_text_for_indexing

from hub.territory.models import PlacedMixin


def stream_texts(stream: Any) -> list[str]:
    """Return the texts of all blocks of a stream, those of plugins and of sections included."""
    texts = stream.stream_block.get_searchable_content(stream)
    return [text for text in (str(one).strip() for one in texts) if text]


def rich_text(source: str) -> str:
    """Return a rich text without its marks."""
    return str(get_text_for_indexing(source)).strip()


def place_names(placed: PlacedMixin) -> Iterator[str]:
    """Yield the names by which a place is looked for, those of absorbed communes included."""
    if placed.commune:
        yield placed.commune.name
        yield from placed.commune.aliases
    yield from (placed.epci_label, placed.departement_label, placed.former_region)


def each_once(texts: Iterable[str]) -> list[str]:
    """Return texts in their order, without empty ones and repetitions."""
    return list(dict.fromkeys(filter(None, texts)))
