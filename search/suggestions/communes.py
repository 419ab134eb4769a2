"""Communes whose name, or old name, begins as the end of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from hub.territory.folding import fold, without_article
from hub.territory.gazetteer import Commune, get_gazetteer
from search.suggestions.typed import Typed

LEAST_LETTERS = 3
MOST_WORDS = 5
MOST = 2


def communes_named(typed: Typed) -> list[tuple[int, Commune]]:
    """Return the likeliest communes, with how many words name them.

    As many words as can be are taken for one name; then the very name comes first, then the most
    populated.
    """
    for count in range(min(MOST_WORDS, len(typed.tokens)), 0, -1):
        first = typed.tokens[-count]
        name = without_article(fold(typed.text[first.start :]))
        if len(name) < LEAST_LETTERS or not first.stems:
            continue
        ranked = {
            commune: (known != name, -commune.population)
            for known, commune in reversed(_by_beginning().get(name[:LEAST_LETTERS], ()))
            if known.startswith(name)
        }
        if ranked:
            return [(count, one) for one in sorted(ranked, key=lambda one: ranked[one])[:MOST]]
    return []


@cache
def _by_beginning() -> Mapping[str, list[tuple[str, Commune]]]:
    """Return the folded names without their article; those of today come before old ones."""
    found: defaultdict[str, list[tuple[str, Commune]]] = defaultdict(list)
    for commune in get_gazetteer().communes:
        for name in (commune.name, *commune.aliases):
            folded = without_article(fold(name))
            found[folded[:LEAST_LETTERS]].append((folded, commune))
    return found
