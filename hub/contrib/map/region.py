"""The départements as filters, drawn: how many results each has, and where its link leads."""

from __future__ import annotations

from hub.territory.region_map import RegionMap, region_map
from search.page.answers import Answer

FACET = "departement"


def region_of(answer: Answer) -> RegionMap | None:
    """Return the region, each département adding or removing its filter; None without counts."""
    if answer.is_degraded:
        return None
    chosen = set(answer.query.values(FACET))

    def address_of(code: str) -> str:
        return answer.address_of(answer.query.with_values(FACET, chosen ^ {code}))

    return region_map(answer.results.counts.get(FACET, {}), address_of, chosen=chosen)
