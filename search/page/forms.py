"""The only reader of what a visitor asks: the parameters of an address as a query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Self

from django.http import QueryDict

from hub.content.text import quoted
from hub.plugins.declarations import Facet, Recall
from search.cleaning import clean
from search.page.places import MOST_CHARACTERS, USUAL, PlaceError, read_box, read_near, read_radius
from search.page.problems import Problem
from search.query import (
    MAX_CHARACTERS,
    PER_PAGE,
    WINDOW,
    Box,
    Filters,
    Near,
    SearchQuery,
    Sort,
    canonical_filters,
)
from search.recalling import read_now
from search.registry import registry

MOST_VALUES = 50  # of one facet
MOST_YEARS = 100  # of a period
LAST_PAGE = WINDOW // PER_PAGE
MOST_DIGITS = 9
UNFOLD = "plus"  # names facets that are shown whole; no part of the query
_PERIOD = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
_PAGE = re.compile(r"0*[1-9]\d*", re.ASCII)


class SearchForm:
    """Parameters of an address, read: a query, and the problems met on the way.

    Nothing raises: what cannot be read is left out and told. Unknown parameters are passed over.
    `preset` are filters that the address itself stands for; parameters do not change them.
    """

    def __init__(
        self, parameters: QueryDict, recall: Recall = read_now, preset: Filters = ()
    ) -> None:
        self._parameters = parameters
        self.recall = recall
        self._problems: list[Problem] = []
        self.preset = preset
        self.query = self._read()
        asked = set(parameters.getlist(UNFOLD))
        self.unfolded = tuple(name for name in registry.facets if name in asked)

    @classmethod
    def from_query_string(cls, text: str, preset: Filters = ()) -> Self:
        """Read parameters as an address spells them, without `?`."""
        return cls(QueryDict(text), preset=preset)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, each once."""
        return tuple(dict.fromkeys(self._problems))

    @property
    def preset_parameters(self) -> str:
        """The parameters that say what the address stands for."""
        return SearchQuery(filters=self.preset).to_query_string()

    def _read(self) -> SearchQuery:
        near = self._near()
        return SearchQuery(
            words=self._words(),
            filters=self._filters(),
            box=self._box(),
            near=near,
            sort=self._sort(near),
            as_typed=self._parameters.get("exact") == "1",
            page=self._page(),
        )

    def _words(self) -> str:
        # A repeated « q » is one question: links put together by hand have such.
        text = " ".join(self._parameters.getlist("q")[:MOST_VALUES])
        words = clean(text, MAX_CHARACTERS)
        if len(clean(text, MAX_CHARACTERS + 1)) > MAX_CHARACTERS:
            self._say("q", words, f"Seuls les {MAX_CHARACTERS} premiers caractères ont été lus.")
        return words

    def _filters(self) -> Filters:
        fixed = dict(self.preset)
        chosen: Mapping[str, Iterable[str]] = {
            name: fixed[name] if name in fixed else self._values(facet)
            for name, facet in registry.facets.items()
        }
        return canonical_filters(chosen.items())

    def _values(self, facet: Facet) -> list[str]:
        """Return the values of a facet that exist; the others are told."""
        given = [clean(one, MOST_CHARACTERS) for one in self._parameters.getlist(facet.name)]
        asked = list(dict.fromkeys(filter(None, given)))
        if len(asked) > MOST_VALUES:
            self._say(
                facet.name,
                asked[MOST_VALUES],
                f"« {facet.label} » : seuls les {MOST_VALUES} premiers choix ont été lus.",
            )
        read = {value: _spelt_out(value) for value in asked[:MOST_VALUES]}
        wanted = {value for values in read.values() for value in values}
        if not wanted:
            return []
        known = {choice.value for choice in facet.choices(wanted, self.recall)} & wanted
        for value, values in read.items():
            if known.isdisjoint(values):
                sentence = f"{quoted(value)} n’est pas un choix de « {facet.label} »."
                self._say(facet.name, value, sentence)
        return sorted(known)

    def _box(self) -> Box | None:
        text = self._single("bbox")
        try:
            return read_box(text) if text else None
        except PlaceError as error:
            self._say("bbox", text, str(error))
            return None

    def _near(self) -> Near | None:
        origin, radius = self._single("autour"), self._single("rayon")
        if not origin:
            return None
        km = USUAL
        try:
            km = read_radius(radius)
        except PlaceError as error:
            self._say("rayon", radius, f"{error} Un rayon de {USUAL} km a été retenu.")
        try:
            return read_near(origin, km)
        except PlaceError as error:
            self._problems.append(Problem("autour", origin, str(error), error.meant))
            return None

    def _sort(self, near: Near | None) -> Sort | None:
        text = self._single("tri")
        if not text:
            return None
        try:
            sort = Sort(text)
        except ValueError:
            self._say("tri", text, f"{quoted(text)} n’est pas une façon de trier.")
            return None
        if sort == Sort.DISTANCE and near is None:
            self._say("tri", text, "Pour trier par distance, indiquez une commune.")
        return sort

    def _page(self) -> int:
        text = self._single("page")
        if not text:
            return 1
        if not _PAGE.fullmatch(text):
            self._say("page", text, f"{quoted(text)} n’est pas un numéro de page.")
            return 1
        digits = text.lstrip("0")
        return min(int(digits), LAST_PAGE) if len(digits) <= MOST_DIGITS else LAST_PAGE

    def _single(self, name: str) -> str:
        """Return the last value of a parameter of which there is one."""
        return clean(self._parameters.get(name) or "", MOST_CHARACTERS)

    def _say(self, parameter: str, value: str, sentence: str) -> None:
        self._problems.append(Problem(parameter, value, sentence))


def _spelt_out(value: str) -> tuple[str, ...]:
    """Return the years of a period such as `2019-2023`; any other value alone."""
    period = _PERIOD.fullmatch(value)
    if not period:
        return (value,)
    first, last = int(period[1]), int(period[2])
    if not 0 <= last - first < MOST_YEARS:
        return (value,)
    return (value, *(str(year) for year in range(first, last + 1)))
