"""Filters that the end of a text names, with the words before it kept; only those that find."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from hub.territory.gazetteer import Commune
from search.query import Near, SearchQuery
from search.suggestions.communes import communes_named
from search.suggestions.contract import Suggestion
from search.suggestions.labels import Label, Labels
from search.suggestions.typed import Typed

# Facets of the place: they are shown with the communes (docs/search.md lists the parameters).
PLACES = ("departement", "ancienne-region", "epci")
READ = 4  # offers of one kind that are counted
AROUND_KM = 20


@dataclass(frozen=True)
class Offer:
    """A search that may be suggested if it finds something; `instead` where it does not."""

    label: str
    detail: str
    query: SearchQuery
    instead: Offer | None = None

    def suggestion(self, count: int) -> Suggestion:
        """Return it as it is shown."""
        kept = f", avec « {self.query.words} »" if self.query.words else ""
        return Suggestion(self.label, f"{self.detail}{kept}", query=self.query, count=count)


def filter_offers(typed: Typed, labels: Labels, passed_over: Collection[str]) -> list[Offer]:
    """Return the values of facets other than the place that may be meant, the likeliest first."""
    return [
        _of_label(typed, *named)
        for named in _named(typed, labels)
        if named[1].facet.name not in {*PLACES, *passed_over}
    ][:READ]


def place_offers(typed: Typed, labels: Labels, passed_over: Collection[str]) -> list[Offer]:
    """Return the places that may be meant: what is called so, communes, then the others."""
    named = [
        one
        for one in _named(typed, labels)
        if one[1].facet.name in PLACES and one[1].facet.name not in passed_over
    ]
    exact = [one for one in named if _untold(*one) == 0]
    others = [one for one in named if one not in exact]
    communes = [_of_commune(typed, *found) for found in communes_named(typed)]
    return [
        *(_of_label(typed, *one) for one in exact),
        *communes,
        *(_of_label(typed, *one) for one in others),
    ][:READ]


def _named(typed: Typed, labels: Labels) -> list[tuple[int, Label]]:
    """Return each value once, with how many words name it; the best told first."""
    best: dict[Label, int] = {}
    for count, label in labels.naming(typed.tokens):
        best.setdefault(label, count)
    named = [(count, label) for label, count in best.items()]
    return sorted(named, key=lambda one: (_untold(*one) > 0, not _begins(typed, *one)))


def _begins(typed: Typed, count: int, label: Label) -> bool:
    """Tell whether a label begins with what names it: then it is the likelier one."""
    return label.tokens[0].word.startswith(typed.tokens[-count].word)


def _untold(count: int, label: Label) -> int:
    """Return how many words of a label were not typed."""
    return max(0, len(label.tokens) - count)


def _of_label(typed: Typed, count: int, label: Label) -> Offer:
    query = SearchQuery(words=typed.before(count)).with_values(label.facet.name, [label.value])
    return Offer(label.label, label.facet.label, query)


def _of_commune(typed: Typed, count: int, commune: Commune) -> Offer:
    words = SearchQuery(words=typed.before(count))
    departement, point = commune.departement, commune.point
    wider = Offer(
        departement.label,
        f"Département de la commune {commune.label}",
        words.with_values("departement", [departement.code]),
    )
    near = Near(commune.code, point.latitude, point.longitude, AROUND_KM)
    around = replace(words, near=near)
    return Offer(commune.label, f"À moins de {AROUND_KM} km", around, instead=wider)
