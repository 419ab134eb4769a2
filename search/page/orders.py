"""The ways to sort an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from search.query import SearchQuery, Sort

LABELS = {
    Sort.RELEVANCE: "Pertinence",
    Sort.DATE: "Les plus récents",
    Sort.NAME: "Ordre alphabétique",
    Sort.DISTANCE: "Distance",
}


@dataclass(frozen=True)
class Order:
    """A way to sort; the usual one has no value in the address."""

    value: str
    label: str
    is_chosen: bool


def orders_of(query: SearchQuery) -> list[Order]:
    """Return the ways to sort the results of a query, the usual one first."""
    usual = replace(query, sort=None).order
    possible = [usual, *(one for one in Sort if one is not usual and _is_possible(query, one))]
    return [
        Order("" if one is usual else one.value, LABELS[one], one is query.order)
        for one in possible
    ]


def _is_possible(query: SearchQuery, sort: Sort) -> bool:
    needs: Mapping[Sort, Any] = {Sort.RELEVANCE: query.words, Sort.DISTANCE: query.near}
    return bool(needs.get(sort, True))
