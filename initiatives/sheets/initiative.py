"""The sheet of a fiche."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects

from hub.content.blocks.image_chooser import read_pictures
from initiatives.models.organisation import OrganisationRole
from initiatives.models.vocabulary import CHARACTERISATION_SCHEMES, GRID, Scheme
from initiatives.querysets import HISTORY, pages_about
from initiatives.sheets.links import organisation_links
from initiatives.sheets.neighbours import MOST, Neighbour, nearest, with_reasons
from initiatives.sheets.timeline import Milestone, timeline
from initiatives.terms import give_terms

if TYPE_CHECKING:
    from django.http import HttpRequest
    from taggit.models import Tag
    from wagtail.models import Page

    from initiatives.models import Characterisation, ContactPerson, InitiativePage, PrizeResult
    from initiatives.models.organisation import OrganisationLink

TERMS = ("sector", "legal_status", "headcount_class", "maturity")


class InitiativeSheet:
    """Everything that the page of a fiche shows, each part read once.

    What the fiche shares with its neighbours is read for all of them together.
    """

    def __init__(self, page: InitiativePage, request: HttpRequest | None = None) -> None:
        self.page = page
        give_terms([page], request, *TERMS)
        if page.pk:
            prefetch_related_objects([page], "characterisations")
        give_terms(page.characterisations.all(), request, "tag")
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

    @cached_property
    def _near(self) -> list[InitiativePage]:
        """The nearest fiches; without a search engine, those of a theme, near places first."""
        found = nearest(self.page, self.tags)
        if found:
            return found
        themes = [
            one.tag_id
            for one in self.page.characterisations.all()
            if one.tag.scheme == Scheme.THEME
        ]
        others = type(self.page).objects.visible().exclude(pk=self.page.pk)
        sharing = others.filter(characterisations__tag__in=themes).distinct().card_rows()
        return list(sharing.nearest_first(self.page.departement)[:MOST]) if themes else []

    def _characterised(self, schemes: tuple[Scheme, ...]) -> list[tuple[str, list[Any]]]:
        order = {scheme: rank for rank, scheme in enumerate(CHARACTERISATION_SCHEMES)}
        given = [one for one in self.page.characterisations.all() if one.tag.scheme in schemes]
        given.sort(key=lambda one: order[Scheme(one.tag.scheme)])
        groups = groupby(given, key=lambda one: Scheme(one.tag.scheme).label)
        return [(label, list(group)) for label, group in groups]
