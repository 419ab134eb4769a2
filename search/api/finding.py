"""Lists narrowed by a search: the parameters of the pages, and their results by rank."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.http import HttpRequest

from hub.content.api.cursors import cursor, not_a_cursor, read_cursor
from hub.content.api.live import Row, Slice
from hub.content.api.problems import RefusedError
from hub.content.api.registry import PageResource
from search.page.forms import SearchForm
from search.query import WINDOW, Filters, Sort
from search.recalling import recall_for
from search.registry import TYPE, registry
from search.searching import current_searcher

KIND = "s"


def is_searched(resources: Sequence[PageResource]) -> bool:
    """Tell whether visitors search all these types."""
    return all(registry.spec_of(one.model) for one in resources)


def read_form(request: HttpRequest, types: Collection[str]) -> SearchForm:
    """Return the search that is asked among these types, all of them where none is named.

    Raises RefusedError for what cannot be read: a machine is not answered beside its question.
    """
    preset: Filters = ((TYPE, tuple(sorted(types))),) if types else ()
    form = SearchForm(request.GET, recall_for(request), preset)
    if form.problems:
        raise RefusedError(*form.problems)
    return form


def found_slice(request: HttpRequest, types: Collection[str], limit: int, after: str) -> Slice:
    """Return the part of the results that begins after a cursor.

    By rank: what is published meanwhile moves it. Raises RefusedError, EngineDownError.
    """
    first = _rank(after) if after else 0
    query = read_form(request, types).query
    answer = current_searcher(request).part(query, first, min(limit, WINDOW - first))
    rows = tuple(
        Row(0, hit.uid, registry.documents[hit.kind].model)
        for hit in answer.hits
        if hit.kind in registry.documents
    )
    end = first + len(answer.hits)
    is_last = not answer.hits or end >= min(answer.total, WINDOW)
    return Slice(rows, answer.total, "" if is_last else cursor(KIND, str(end)))


def grammar(types: Collection[str]) -> list[dict[str, Any]]:
    """Return the parameters of a search among these types, as OpenAPI describes them."""
    facets = [one for one in registry.facets.values() if not (types and one.name == TYPE)]
    return [
        _text("q", "Mots cherchés."),
        *(_many(facet.name, f"{facet.label} : un ou plusieurs codes.") for facet in facets),
        _text("bbox", "Zone : ouest, sud, est, nord, en degrés.", "4.9,47.2,5.2,47.4"),
        _text("autour", "Centre d’un cercle : commune (code INSEE) ou « latitude,longitude »."),
        _text("rayon", "Rayon du cercle, en kilomètres.", "20"),
        _text("tri", f"Ordre : {', '.join(one.value for one in Sort)}."),
        _text("exact", "1 : ces mots mêmes, sans correction."),
    ]


def _text(name: str, description: str, example: str = "") -> dict[str, Any]:
    shown = {"example": example} if example else {}
    return _parameter(name, description, {"type": "string"}) | shown


def _many(name: str, description: str) -> dict[str, Any]:
    values = {"type": "array", "items": {"type": "string"}}
    return _parameter(name, description, values) | {"style": "form", "explode": True}


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "in": "query",
        "name": name,
        "required": False,
        "description": description,
        "schema": schema,
    }


def _rank(after: str) -> int:
    [text] = read_cursor(after, KIND, 1)
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(WINDOW))):
        raise RefusedError(not_a_cursor(after))
    return min(int(text), WINDOW - 1)
