"""The sheet of a fiche."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects

from hub.content.blocks.image_chooser import read_pictures
from initiatives.models.organisation import OrganisationRole
from initiatives.models.vocabulary import CHARACTERISATION_SCHEMES, GRID, Scheme
from initiatives.querysets import HISTORY, pages_about
from initiatives.sheets.links import organisation_links
from initiatives.sheets.neighbours import Neighbour, nearest, of_a_theme, with_reasons
from initiatives.sheets.timeline import Milestone, timeline
from initiatives.sheets.where import Where, where_is
from initiatives.terms import give_terms
from search.engines.contract import EngineDownError

if TYPE_CHECKING:
    from django.http import HttpRequest
    from taggit.models import Tag
    from wagtail.models import Page

    from initiatives.models import Characterisation, ContactPerson, InitiativePage, PrizeResult
    from initiatives.models.organisation import OrganisationLink

logger = logging.getLogger("hub.search")

# What finds the fiches that are near one, known by its free tags too.
Near = Callable[["InitiativePage", Sequence["Tag"]], list["InitiativePage"]]

TERMS = ("sector", "legal_status", "headcount_class", "maturity")


def sheet_for(page: InitiativePage, request: HttpRequest) -> InitiativeSheet:
    """Return the sheet of a page, kept with it.

    Where the search engine is down, the request is told that the answer lacks a part of it
    (`is_degraded`), so that nobody keeps it.
    """
    try:
        sheet: InitiativeSheet = page.kept("sheet", lambda: InitiativeSheet(page, request))
    except EngineDownError as down:
        logger.warning("The search engine did not answer: %s", down)
        request.is_degraded = True  # type: ignore[attr-defined]
        sheet = InitiativeSheet(page, request, near=of_a_theme)
    return sheet


class InitiativeSheet:
    """Everything that the page of a fiche shows, each part read once.

    What the fiche shares with its neighbours is read for all of them together.
    """

    def __init__(
        self,
        page: InitiativePage,
        request: HttpRequest | None = None,
        near: Near = nearest,
    ) -> None:
        """Read it; `near` finds the fiches that are near, and may raise EngineDownError."""
        self.page = page
        give_terms([page], request, *TERMS)
        if page.pk:
            prefetch_related_objects([page], "characterisations")
        give_terms(page.characterisations.all(), request, "tag")
        self._near = near(page, self.tags)
        family = [page, *self._near]
        if page.pk:
            prefetch_related_objects([page], organisation_links(page))
            prefetch_related_objects(family, "characterisations", *HISTORY)
            read_pictures([*family, *self.back_links])
        given = [each for one in self._near for each in one.characterisations.all()]
        give_terms(given, request, "tag")

    @cached_property
    def grid(self) -> list[tuple[str, list[Characterisation]]]:
        """(label of the dimension, terms with their evidence) for the programme's own grid."""
        return self._characterised(GRID)

    @cached_property
    def subjects(self) -> list[tuple[str, list[Characterisation]]]:
        """The same for themes, publics and levers."""
        return self._characterised(tuple(set(CHARACTERISATION_SCHEMES) - set(GRID)))

    @cached_property
    def where(self) -> Where | None:
        """Where it is, on a small map."""
        return where_is(self.page)

    @cached_property
    def organisation_links(self) -> list[OrganisationLink]:
        """Organisations with their roles, in the editor's order."""
        return list(self.page.organisation_links.all())

    @cached_property
    def labels(self) -> list[str]:
        """The labels of the organisations that carry the initiative, each once."""
        carriers = self.page.organisations(OrganisationRole.CARRIER)
        return list(dict.fromkeys(name for one in carriers for name in one.label_names))

    @cached_property
    def tags(self) -> list[Tag]:
        """Its free tags."""
        return list(self.page.tags.all())

    @cached_property
    def awards(self) -> list[PrizeResult]:
        """The results that make it a laureate, the last one first."""
        return self.page.awards

    @cached_property
    def contact(self) -> ContactPerson | None:
        """The person to call, if they agreed to be named and still do."""
        contact = self.page.contact
        return contact if contact and contact.is_shown else None

    @cached_property
    def back_links(self) -> list[Page]:
        """Stories, reports, videos and publications about this initiative."""
        return pages_about(self.page) if self.page.pk else []

    @cached_property
    def timeline(self) -> list[Milestone]:
        """Its life, in order."""
        return timeline(self.page, self.back_links)

    @cached_property
    def neighbours(self) -> list[Neighbour]:
        """Up to three other fiches, each with what it shares with this one."""
        return with_reasons(self.page, self._near)

    def _characterised(self, schemes: tuple[Scheme, ...]) -> list[tuple[str, list[Any]]]:
        order = {scheme: rank for rank, scheme in enumerate(CHARACTERISATION_SCHEMES)}
        given = [one for one in self.page.characterisations.all() if one.tag.scheme in schemes]
        given.sort(key=lambda one: order[Scheme(one.tag.scheme)])
        groups = groupby(given, key=lambda one: Scheme(one.tag.scheme).label)
        return [(label, list(group)) for label, group in groups]
