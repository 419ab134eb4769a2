"""What narrows a search, each with the search without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from search.page.forms import SearchForm
from search.page.places import origin_label
from search.query import Filters, SearchQuery
from search.registry import registry

# What is given up, as a visitor reads it, and what is left.
Removal = tuple[str, SearchQuery]
LabelOf = Callable[[str, str], str]


def own_filters(form: SearchForm, query: SearchQuery) -> Filters:
    """Return the filters that the address does not stand for, in the order of the facets."""
    fixed, names = dict(form.preset), list(registry.facets)
    own = (one for one in query.filters if one[0] not in fixed)
    return tuple(sorted(own, key=lambda one: names.index(one[0])))


def own_query(form: SearchForm) -> SearchQuery:
    """Return what the visitor asks, without what the address stands for."""
    return replace(form.query, filters=own_filters(form, form.query))


def by_value(form: SearchForm, query: SearchQuery, label_of: LabelOf) -> list[Removal]:
    """Return each chosen value and each place; `label_of` names a value of a facet."""
    values = [
        (label_of(name, value), query.without(name, value))
        for name, chosen in own_filters(form, query)
        for value in chosen
    ]
    return values + _places(query)


def by_criterion(form: SearchForm, query: SearchQuery, label_of: LabelOf) -> list[Removal]:
    """Return each facet with all its values, each place, then the words where others narrow too."""
    criteria = [
        (" ou ".join(label_of(name, one) for one in chosen), query.with_values(name, ()))
        for name, chosen in own_filters(form, query)
    ]
    criteria += _places(query)
    if query.words and criteria:
        criteria.append((query.words, replace(query, words="", page=1)))
    return criteria


def _places(query: SearchQuery) -> list[Removal]:
    places = []
    if query.near:
        label = f"À {query.near.km} km de {origin_label(query.near)}"
        places.append((label, replace(query, near=None, page=1)))
    if query.box:
        places.append(("Zone affichée sur la carte", replace(query, box=None, page=1)))
    return places
