"""The fields of an index, from what is declared; its name differs when they or the analysis do."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from search.analysis import ANALYSIS_VERSION
from search.documents import EXPIRES, TEXT_FIELDS, VERSION
from search.registry import registry

LAYOUT = 3  # raised when a document is laid out otherwise


@dataclass(frozen=True)
class Schema:
    """Names of the fields of values and of numbers, besides those of every document.

    `kinds` are the types of documents: an index may hold those of a plugin that is disabled.
    """

    values: tuple[str, ...]
    numbers: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    analysis: str = ANALYSIS_VERSION

    @property
    def name(self) -> str:
        """Sixteen hexadecimal digits: another schema or another analysis has another name."""
        fields = (*TEXT_FIELDS, "values", *self.values, *self.numbers, "kinds", *self.kinds)
        parts = (str(LAYOUT), self.analysis, *fields)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def current_schema() -> Schema:
    """Return the schema of what is declared now."""
    facets = registry.facets.values()
    ranged = {facet.name for facet in facets if facet.bounds is not None}
    return Schema(
        values=tuple(sorted(facet.name for facet in facets if facet.name not in ranged)),
        numbers=tuple(sorted({*ranged, EXPIRES, VERSION})),
        kinds=tuple(sorted(registry.documents)),
    )
