"""Facets as they are shown: labels, counts, what is chosen, what comes on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from hub.plugins.declarations import Choice, Facet, FacetWidget
from search.page.forms import UNFOLD, SearchForm
from search.registry import registry
from search.results import SearchResults

MOST_SHOWN = 8  # values of a facet that is not unfolded
# Of all facets, so that a page has at most six hundred nodes whatever plugins add: the next ones
# are folded.
MOST_CHOICES = 62


@dataclass(frozen=True)
class ShownChoice:
    """A value that a visitor may choose; `count` is None where nothing was counted."""

    value: str
    label: str
    count: int | None
    is_chosen: bool
    children: tuple[ShownChoice, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the values below are worth their room: one of the family is chosen."""
        return self.is_chosen or any(child.is_chosen for child in self.children)


@dataclass(frozen=True)
class ShownFacet:
    """A facet with the values that are shown; `more` and `fewer` are addresses, or empty."""

    name: str
    label: str
    hint: str
    is_select: bool
    is_leading: bool
    is_unfolded: bool  # on demand
    is_folded: bool = False  # nothing but its name is shown
    choices: tuple[ShownChoice, ...] = ()
    hidden: int = 0
    more: str = ""
    fewer: str = ""

    @property
    def id(self) -> str:
        """The identifier of its element, and the fragment of the addresses that unfold it."""
        return f"filtre-{self.name}"

    @property
    def chosen(self) -> tuple[ShownChoice, ...]:
        """Its chosen values, those of the second level included."""
        every = (two for one in self.choices for two in (one, *one.children))
        return tuple(one for one in every if one.is_chosen)

    @property
    def kept(self) -> tuple[ShownChoice, ...]:
        """The chosen values that a list of which one chooses one value does not hold."""
        return self.chosen[1:] if self.is_select else ()


@dataclass
class Labels:
    """The choices of facets by their names, each asked for once for a page."""

    form: SearchForm
    counts: Mapping[str, Mapping[str, int]]
    _known: dict[str, Sequence[Choice]] = field(default_factory=dict)

    def of(self, facet: Facet) -> Sequence[Choice]:
        """Return the choices that documents hold or that the visitor chose."""
        if facet.name not in self._known:
            counted = {value for value, count in self.counts.get(facet.name, {}).items() if count}
            values = counted | set(self.form.query.values(facet.name))
            self._known[facet.name] = facet.choices(values, self.form.recall) if values else ()
        return self._known[facet.name]

    def label(self, facet: Facet, value: str) -> str:
        """Return how a chosen value is called."""
        return next((one.label for one in self.of(facet) if one.value == value), value)


def shown_facets(
    form: SearchForm, results: SearchResults, labels: Labels, path: str
) -> list[ShownFacet]:
    """Return the facets that narrow these results, the leading ones first.

    Those without value are left out; without counts (a degraded answer), all but what is chosen.
    """
    unfolding = _Unfolding(form, path)
    shown, room = [], MOST_CHOICES
    for facet in sorted(registry.facets.values(), key=lambda one: not one.is_leading):
        if facet.name in dict(form.preset):
            continue
        values = _values(facet, form, results, labels)
        if values:
            shown.append(_shown(facet, values, unfolding, room))
            room -= len(shown[-1].choices)
    return shown


@dataclass(frozen=True)
class _Unfolding:
    form: SearchForm
    path: str

    def address(self, facet: Facet, *, unfold: bool) -> str:
        """Return the address of these results with a facet unfolded or not, among the others."""
        others = set(self.form.unfolded) - {facet.name}
        names = sorted(others | {facet.name} if unfold else others)
        preset = dict(self.form.preset)
        parts = [
            self.form.query.to_query_string(leave_out=preset),
            urlencode([(UNFOLD, name) for name in names]),
        ]
        query = "&".join(filter(None, parts))
        return f"{self.path}?{query}#filtre-{facet.name}"


def _values(
    facet: Facet, form: SearchForm, results: SearchResults, labels: Labels
) -> tuple[ShownChoice, ...]:
    chosen = set(form.query.values(facet.name))
    counts = results.counts.get(facet.name)
    known = labels.of(facet)
    below: dict[str, list[Choice]] = {}
    for choice in known:
        below.setdefault(choice.parent, []).append(choice)
    names = {choice.value for choice in known}

    def shown(choice: Choice) -> ShownChoice:
        return ShownChoice(
            choice.value,
            choice.label,
            None if counts is None else counts.get(choice.value, 0),
            choice.value in chosen,
            tuple(shown(child) for child in below.get(choice.value, ())),
        )

    return tuple(shown(one) for one in known if not one.parent or one.parent not in names)


def _shown(
    facet: Facet, values: tuple[ShownChoice, ...], unfolding: _Unfolding, room: int
) -> ShownFacet:
    is_unfolded = facet.name in unfolding.form.unfolded
    is_chosen = any(value.is_open for value in values)
    is_select = facet.widget is FacetWidget.SELECT
    kept = values if is_unfolded or is_select else _most_frequent(values)
    may_fold = facet.is_folded or (len(kept) > room and not facet.is_leading)
    is_folded = may_fold and not is_unfolded and not is_chosen
    hidden = len(values) - len(kept)
    may_unfold = (is_folded or hidden) and not is_unfolded
    return ShownFacet(
        name=facet.name,
        label=facet.label,
        hint=facet.hint,
        is_select=is_select,
        is_leading=facet.is_leading,
        is_unfolded=is_unfolded,
        is_folded=is_folded,
        choices=() if is_folded else kept,
        hidden=hidden,
        more=unfolding.address(facet, unfold=True) if may_unfold else "",
        fewer=unfolding.address(facet, unfold=False) if is_unfolded else "",
    )


def _most_frequent(values: tuple[ShownChoice, ...]) -> tuple[ShownChoice, ...]:
    """Return the eight most frequent values and all the chosen ones, in their own order."""
    by_count = sorted(values, key=lambda one: (not one.is_open, -(one.count or 0)))
    chosen = sum(one.is_open for one in values)
    kept = {one.value for one in by_count[: max(MOST_SHOWN, chosen)]}
    return tuple(one for one in values if one.value in kept)
