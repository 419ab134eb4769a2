"""The départements as filters: how many results each has, and where its link leads."""

from __future__ import annotations

from dataclasses import dataclass

from hub.territory.gazetteer import get_gazetteer
from search.page.answers import Answer

FACET = "departement"


@dataclass(frozen=True)
class Area:
    """A département, its number of results, and the address that adds it or takes it away."""

    code: str
    label: str
    count: int
    address: str
    is_chosen: bool


def areas_of(answer: Answer) -> list[Area]:
    """Return the départements in the order of the alphabet; none where nothing was counted."""
    if answer.is_degraded:
        return []
    counts = answer.results.counts.get(FACET, {})
    chosen = set(answer.query.values(FACET))
    every = sorted(get_gazetteer().departements, key=lambda one: one.label)
    return [
        Area(
            one.code,
            one.label,
            counts.get(one.code, 0),
            answer.address_of(answer.query.with_values(FACET, chosen ^ {one.code})),
            one.code in chosen,
        )
        for one in every
    ]
