"""An answer as its page shows it: heading, notices, chips, orders, facets, cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape

from django.core.paginator import Page as ListPage, Paginator
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from hub.content.head import Narrowing
from hub.content.text import NBSP, counted
from hub.plugins import ShownList
from hub.plugins.declarations import Choice
from search.page.as_written import as_written
from search.page.cards import ResultCard, result_cards
from search.page.empty import Help, help_with
from search.page.forms import LAST_PAGE, SearchForm
from search.page.orders import Order, orders_of
from search.page.places import RADII, origin_label
from search.page.problems import Problem
from search.page.removals import by_criterion, by_value, own_filters, own_query
from search.page.sections import list_sections
from search.page.shown_facets import Labels, ShownFacet, shown_facets
from search.query import PER_PAGE, SearchQuery
from search.registry import TYPE, registry
from search.representations.offered import Offer, offers
from search.results import Done
from search.searching import current_searcher, search

# The facets whose values have a page of their own.
TERRITORIES = ("departement", "epci")


@dataclass(frozen=True)
class Chip:
    """Something that narrows, and the address without it."""

    label: str
    address: str


@dataclass(frozen=True)
class Presentation:
    """A way to look at the same results, and its address."""

    label: str
    address: str
    is_current: bool


@dataclass(frozen=True)
class ShownProblem:
    """What could not be read, and the addresses of what may have been meant."""

    sentence: str
    ways: tuple[Chip, ...] = ()


class Answer:
    """What the templates of `templates/search/` read as `search`.

    `presentations` are the pages that show the same results in other ways: labels and paths.
    `folds_filters` leaves none above the results where there is little room.
    `browsed` is the template of what the list shows in place of results while nothing is asked.
    """

    def __init__(
        self,
        form: SearchForm,
        request: HttpRequest,
        presentations: Iterable[tuple[str, str]] = (),
        *,
        folds_filters: bool = False,
        browsed: str = "",
    ) -> None:
        self.form = form
        self.request = request
        self._presentations = presentations
        self._folds_filters = folds_filters
        self.path = request.path
        self.searcher = current_searcher(request)
        self._problems: tuple[Problem, ...] = form.problems
        is_asked = own_query(form).narrows or form.query.sort is not None
        self.browsed = "" if is_asked else browsed
        if self.browsed:  # the list has pages of its own: the search counts, and no more
            counted_only = search(form.query.at_page(1), self.searcher)
            self.results = replace(counted_only, query=form.query)
        else:
            self.results = search(form.query, self.searcher)
            if not self.results.hits and self.results.total:
                self._show_the_last_page()

    def _show_the_last_page(self) -> None:
        asked, last = self.form.query.page, min(self.results.pages, LAST_PAGE)
        self.results = search(self.form.query.at_page(last), self.searcher)
        sentence = f"La page {asked} n’existe pas : voici la dernière, la page {last}."
        self._problems += (Problem("page", str(asked), sentence),)

    @property
    def problems(self) -> list[ShownProblem]:
        """What could not be read, each with what may have been meant."""
        return [
            ShownProblem(
                one.sentence,
                tuple(
                    Chip(name, self.address_of(replace(self.query, near=near, page=1)))
                    for name, near in one.meant
                ),
            )
            for one in self._problems
        ]

    @property
    def query(self) -> SearchQuery:
        """What is shown, at the page that is shown."""
        return self.results.query

    @property
    def is_degraded(self) -> bool:
        """Whether the engine failed: nothing is counted by facet."""
        return self.results.done is Done.DEGRADED

    @property
    def has_idle_filters(self) -> bool:
        """Whether the visitor chose a filter that a degraded answer does not apply."""
        chosen = any(name != TYPE for name, _ in own_filters(self.form, self.query))
        return chosen or bool(self.query.box or self.query.near)

    @property
    def has_type(self) -> bool:
        """Whether the visitor chose a type of content."""
        return any(name == TYPE for name, _ in own_filters(self.form, self.query))

    @property
    def is_relaxed(self) -> bool:
        """Whether some of the words were enough."""
        return self.results.done is Done.RELAXED

    @property
    def is_corrected(self) -> bool:
        """Whether other spellings were looked for."""
        return self.results.done is Done.CORRECTED

    @cached_property
    def corrected_words(self) -> str:
        """The words that were looked for, with the accents of the pages that hold them."""
        shown = (strip_tags(text) for card in self.cards for text in (card.title, card.excerpt))
        return as_written(self.results.words, [self.query.words, *map(unescape, shown)])

    @cached_property
    def narrows(self) -> bool:
        """Whether the visitor asked for anything that the address does not stand for."""
        return own_query(self.form).narrows

    @property
    def address(self) -> str:
        """The canonical address of what is shown."""
        return self.address_of(self.query)

    @property
    def presentations(self) -> list[Presentation]:
        """The ways to look at these results, this one among them."""
        asked = self.address.partition("?")[2]
        return [
            Presentation(label, f"{path}?{asked}" if asked else path, path == self.path)
            for label, path in self._presentations
        ]

    @property
    def other_forms(self) -> list[Offer]:
        """The same results, all of them, in other forms; none where the engine failed."""
        if self.is_degraded:
            return []
        whole = self.address_of(self.query.at_page(1)).partition("?")[2]
        return offers(self.path, whole, self.query.filters)

    @property
    def sections(self) -> list[SafeString]:
        """What plugins add under this list; nothing where the engine failed."""
        if self.is_degraded:
            return []
        whole = self.address_of(self.query.at_page(1)).partition("?")[2]
        kinds = frozenset(dict(self.form.preset).get(TYPE, ()))
        return list_sections(ShownList(self.request, self.path, whole, kinds))

    @property
    def exact_address(self) -> str:
        """The address of the very words."""
        return self.address_of(replace(self.query, as_typed=True, page=1))

    @property
    def unfiltered_address(self) -> str:
        """The address of the words alone."""
        return self.address_of(SearchQuery(words=self.query.words, sort=self.query.sort))

    @property
    def is_indexable(self) -> bool:
        """Whether search engines may keep this page: a list, or one filter of a list.

        Pages of answers to words, and combinations of filters, are without number.
        """
        query, own = self.query, own_filters(self.form, self.query)
        if not self.form.preset:
            return not self.narrows and query.sort is None
        values = sum(len(values) for _, values in own)
        plain = not (query.words or query.box or query.near or query.sort or query.as_typed)
        return plain and values <= 1 and bool(self.browsed or not self.is_degraded)

    @cached_property
    def total(self) -> str:
        """« 12 fiches », « 1 résultat »."""
        return counted(self.results.total, *self._noun)

    @property
    def narrowing(self) -> Narrowing:
        """What tells this answer from others, in the title of the window and in its address."""
        query = self.query
        said = [f"«{NBSP}{query.words}{NBSP}»"] if query.words else []
        if self.is_degraded and not self.browsed:
            said.append("réponse simplifiée")
        elif self.narrows:
            said.append(self.total if self.results.total else "aucun résultat")
        title = f"{NBSP}: {', '.join(said)}" if said else ""
        if query.page > 1:
            title += f", page {query.page}"
        address = self.address.partition("?")[2]
        return Narrowing(title, f"?{address}" if address else "")

    @cached_property
    def facets(self) -> list[ShownFacet]:
        """The facets that narrow these results."""
        return shown_facets(self.form, self.results, self._labels, self.path)

    @property
    def leading(self) -> list[ShownFacet]:
        """Those that stand above the results, even on a small screen."""
        return [] if self._folds_filters else [one for one in self.facets if one.is_leading]

    @property
    def others(self) -> list[ShownFacet]:
        """Those that a small screen folds."""
        return [one for one in self.facets if self._folds_filters or not one.is_leading]

    @property
    def has_places(self) -> bool:
        """Whether a circle may leave anything: some result is known to stand somewhere."""
        known = any(facet.name in TERRITORIES for facet in self.facets)
        return known or not self.results.total or self.is_degraded or bool(self._places)

    @property
    def _places(self) -> int:
        return sum(one is not None for one in (self.query.box, self.query.near))

    @property
    def chosen_among_others(self) -> int:
        """How many filters are chosen behind the fold of a small screen."""
        return self._places + sum(len(facet.chosen) for facet in self.others)

    @property
    def is_open(self) -> bool:
        """Whether the visitor has just unfolded a facet behind the fold."""
        return any(facet.is_unfolded for facet in self.others)

    @cached_property
    def chips(self) -> list[Chip]:
        """What narrows, one by one, each with the address without it."""
        removals = by_value(self.form, self.query, self._label)
        return [Chip(label, self.address_of(other)) for label, other in removals]

    @cached_property
    def help(self) -> Help:
        """What helps where nothing was found."""
        removals = by_criterion(self.form, self.query, self._label)
        return help_with(self.searcher, self.form, removals, self.address_of)

    @property
    def territories(self) -> list[Choice]:
        """The départements and EPCI that are chosen: each has a page of its own."""
        chosen = [(name, one) for name in TERRITORIES for one in self.query.values(name)]
        return [Choice(code, self._label(name, code)) for name, code in chosen]

    @property
    def orders(self) -> list[Order]:
        """The ways to sort these results, the usual one first."""
        return orders_of(self.query)

    @property
    def origin(self) -> str:
        """The centre of the circle that is asked for, as a visitor would write it."""
        return origin_label(self.query.near) if self.query.near else ""

    @property
    def radii(self) -> list[tuple[int, bool]]:
        """The radii to choose from, and whether each is chosen."""
        chosen = self.query.near.km if self.query.near else 20
        return [(km, km == chosen) for km in sorted({*RADII, chosen})]

    @cached_property
    def cards(self) -> list[ResultCard]:
        """The results of this page that the visitor may see."""
        return result_cards(self.results, self.request)

    @cached_property
    def listing(self) -> ListPage:
        """The pages shown, and where they stand among all."""
        total = min(self.results.total, LAST_PAGE * PER_PAGE)
        shown = [card.page for card in self.cards]
        return ListPage(shown, self.query.page, Paginator(range(total), PER_PAGE))

    @cached_property
    def _labels(self) -> Labels:
        return Labels(self.form, self.results.counts)

    @cached_property
    def _noun(self) -> tuple[str, str]:
        kinds = dict(self.form.preset).get(TYPE, ())
        if len(kinds) != 1:
            return "résultat", "résultats"
        spec = registry.documents[kinds[0]]
        return spec.singular, spec.plural

    def _label(self, name: str, value: str) -> str:
        return self._labels.label(registry.facets[name], value)

    def address_of(self, query: SearchQuery) -> str:
        """Return the canonical address of another query here."""
        text = query.to_query_string(leave_out=dict(self.form.preset))
        return f"{self.path}?{text}" if text else self.path
