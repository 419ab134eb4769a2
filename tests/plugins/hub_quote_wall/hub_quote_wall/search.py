"""Walls among what visitors search, narrowed by who speaks."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet
from django.utils.text import slugify

from hub.plugins import Choice, Described, DocumentSpec, Facet, Recall
from hub_quote_wall.models import Quote, QuoteWallPage


def read(walls: QuerySet[QuoteWallPage]) -> list[QuoteWallPage]:
    """Return walls with the quotations, which all of them show."""
    quotes, found = list(Quote.objects.all()), list(walls)
    for wall in found:
        wall.quotes_read = quotes
    return found


def describe(wall: Any) -> Described:
    """Return the text of a wall, then the quotations."""
    texts = wall.body.stream_block.get_searchable_content(wall.body)
    quotes: list[Quote] = wall.quotes_read
    texts += [f"{quote.words} {quote.author}" for quote in quotes]
    authors = [slugify(quote.author) for quote in quotes if quote.author]
    return Described(texts=texts, values={"quote_wall_auteur": authors})


def authors(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return who speaks, by name."""
    names = recall("quote_wall_authors", _authors)
    return [Choice(slugify(name), name) for name in names if slugify(name) in values]


def _authors() -> list[str]:
    return sorted(set(Quote.objects.exclude(author="").values_list("author", flat=True)))


def walls(quote: Quote) -> QuerySet[QuoteWallPage]:
    """Return the pages that show a quotation: all walls."""
    return QuoteWallPage.objects.all()


wall = DocumentSpec(
    name="quote_wall",
    singular="mur de citations",
    plural="murs de citations",
    model="hub_quote_wall.QuoteWallPage",
    read=read,
    describe=describe,
    card="hub_quote_wall/wall_card.html",
    depends_on={"hub_quote_wall.Quote": walls},
)
speaking = Facet("quote_wall_auteur", "Qui parle", authors)
