"""The two that are measured: the search of the product, and Wagtail's own in the database."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import OperationalError, connection
from wagtail.search.backends import get_search_backend

from bench.french import corpus_of
from bench.plain.models import SINGLE, PlainFiche, plain
from hub.plugins.declarations import Choice, Described, Facet
from search.documents import EXPIRES, VERSION, Document, Identity, make_document
from search.engines.contract import Engine
from search.engines.embedded import TantivyEngine
from search.highlighting import excerpt, highlight
from search.query import PER_PAGE, Box, SearchQuery, canonical_filters
from search.results import SearchResults
from search.schema import Schema
from search.searching import Searcher
from search.suggestions.suggesting import Suggester

Filters = Mapping[str, list[str]]
BATCH = 500
FACETS = tuple(corpus_of(2013).fiche(0)["values"])
# What a visitor narrows by: one value of each of three facets.
FILTERED = ("departement", "economie", "effectif")


def made(numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
    """Yield made-up fiches with an identity as pages have."""
    corpus = corpus_of(2013)
    for number in numbers:
        fiche = corpus.fiche(number)
        yield fiche | {"uid": str(uuid.uuid5(uuid.NAMESPACE_URL, fiche["uid"]))}


class Product:
    """Our search: words settled, engine, counts, texts of the page, highlights."""

    def __init__(self, folder: Path) -> None:
        self.engine: Engine = TantivyEngine(folder, self.schema)
        self.facets = {name: Facet(name, name, _choices) for name in ("type", *FACETS)}
        self.suggester = Suggester(self.engine, self.facets)

    @staticmethod
    def schema() -> Schema:
        """Return the fields of made-up fiches."""
        return Schema(values=("type", *FACETS), numbers=(EXPIRES, VERSION))

    def build(self, count: int) -> None:
        """Index the first fiches of the corpus."""
        self.engine.rebuild(map(document, made(range(count)))).swap()

    def ask(self, query: SearchQuery, *, counted: bool) -> SearchResults:
        """Return the results of a query, with the counts of all facets or of none."""
        return Searcher(self.engine, self.facets if counted else {}).search(query)

    def page(self, query: SearchQuery, *, counted: bool) -> int:
        """Return the total, with twelve titles and excerpts highlighted."""
        results = self.ask(query, counted=counted)
        shown([hit.uid for hit in results.hits], results.stems)
        return results.total

    def suggest(self, typed: str) -> object:
        """Return what is suggested while typing."""
        return self.suggester.suggest(SearchQuery(words=typed))

    def publish(self, fiche: dict[str, Any]) -> None:
        """Put a fiche, and see it."""
        self.engine.put([document(fiche)])
        if not self.ask(SearchQuery(words=fiche["title"], as_typed=True), counted=False).total:
            raise RuntimeError("a publication is not seen")


class TooLongError(Exception):
    """The database was interrupted."""


@contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """Interrupt what SQLite does after so many seconds.

    Raises TooLongError.
    """
    connection.ensure_connection()
    sqlite, deadline = connection.connection, time.monotonic() + seconds
    sqlite.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)
    try:
        yield
    except OperationalError as error:
        if "interrupted" not in str(error):
            raise
        raise TooLongError from error
    finally:
        sqlite.set_progress_handler(None, 0)


class InDatabase:
    """Wagtail's own search, on a plain model with the same texts."""

    def __init__(self) -> None:
        self.backend = get_search_backend()

    def build(self, count: int) -> None:
        """Index the rows that are there."""
        index = self.backend.get_index_for_model(PlainFiche)
        for start in range(0, count, BATCH):
            rows = PlainFiche.objects.order_by("pk")[start : start + BATCH]
            index.add_items(PlainFiche, list(rows))

    def page(self, text: str, filters: Filters, stems: frozenset[str], **options: Any) -> int:
        """Return the total, with twelve titles and excerpts highlighted as ours are."""
        found = self._search(text, filters, **options)
        rows = found[:PER_PAGE]
        shown([row.uid for row in rows], stems)
        return int(found.count())

    def counts(self, text: str, filters: Filters) -> None:
        """Count the facets that it can count, each without its own filter."""
        for name in SINGLE:
            others = {other: values for other, values in filters.items() if other != name}
            self._search(text, others).facet(name)

    def in_box(self, text: str, box: Box) -> int:
        """Return how many fiches of a box hold the words."""
        rows = PlainFiche.objects.filter(
            latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)
        )
        found = self.backend.search(text, rows)
        list(found[:PER_PAGE])
        return int(found.count())

    def suggest(self, typed: str) -> int:
        """Return how many titles begin so."""
        return len(self.backend.autocomplete(typed, PlainFiche)[:PER_PAGE])

    def publish(self, row: PlainFiche) -> None:
        """Save a row; a signal indexes it."""
        row.save()

    def _search(self, text: str, filters: Filters, **options: Any) -> Any:
        rows = PlainFiche.objects.filter(**{f"{k}__in": values for k, values in filters.items()})
        return self.backend.search(text, rows, **options)


def document(fiche: dict[str, Any]) -> Document:
    """Return the document of a made-up fiche."""
    described = Described(
        [fiche["text"]], values=fiche["values"], day=fiche["date"], point=fiche["point"]
    )
    return make_document(Identity(fiche["uid"], "initiative"), fiche["title"], described)


def store(count: int) -> None:
    """Write the rows of the first fiches, in transactions of some hundreds."""
    with connection.schema_editor() as editor:
        editor.create_model(PlainFiche)
    for start in range(0, count, BATCH):
        some = made(range(start, min(count, start + BATCH)))
        PlainFiche.objects.bulk_create([plain(fiche) for fiche in some])


def shown(uids: Sequence[str], stems: frozenset[str]) -> None:
    """Read the texts of a page of results in one query, and highlight them."""
    rows = PlainFiche.objects.filter(uid__in=uids).values_list("title", "text")
    for title, text in rows:
        highlight(title, stems)
        excerpt(text, stems)


def narrowed(words: str, filters: Filters, box: Box | None = None) -> SearchQuery:
    """Return a query as a visitor makes it."""
    return SearchQuery(words=words, filters=canonical_filters(filters.items()), box=box)


def _choices(values: Any, recall: Any) -> list[Choice]:
    return [Choice(value, value) for value in values]
