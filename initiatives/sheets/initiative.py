"""The sheet of a fiche."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects

from initiatives.models.organisation import OrganisationRole
from initiatives.models.vocabulary import CHARACTERISATION_SCHEMES, GRID, Scheme
from initiatives.querysets import pages_about
from initiatives.sheets.timeline import Milestone, timeline

if TYPE_CHECKING:
    from taggit.models import Tag
    from wagtail.models import Page

    from initiatives.models import Characterisation, ContactPerson, InitiativePage, PrizeResult
    from initiatives.models.organisation import OrganisationLink

NEIGHBOURS = 3
PARTS = (
    "characterisations__tag",
    "organisation_links__organisation",
    "organisation_links__contact",
    "prize_results",
    "verifications",
)


class InitiativeSheet:
    """Everything that the page of a fiche shows, each part read once."""

    def __init__(self, page: InitiativePage) -> None:
        self.page = page
        if page.pk:
            prefetch_related_objects([page], *PARTS)

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
        results = self.page.prize_results.all() if self.page.pk else ()
        return [result for result in results if result.is_laureate]

    @cached_property
    def contact(self) -> ContactPerson | None:
        """The person to call, if they agreed to be named and still do."""
        contact = self.page.contact
        return contact if contact and contact.is_shown else None

    @cached_property
    def back_links(self) -> list[Page]:
        """Stories, reports, videos and publications about this initiative."""
        return list(pages_about(self.page)) if self.page.pk else []

    @cached_property
    def timeline(self) -> list[Milestone]:
        """Its life, in order."""
        return timeline(self.page, self.back_links)

    @cached_property
    def neighbours(self) -> list[InitiativePage]:
        """Up to three other fiches that share a theme, those of the same département first."""
        themes = [
            given.tag_id
            for given in self.page.characterisations.all()
            if given.tag.scheme == Scheme.THEME
        ]
        model = type(self.page)
        others = model.objects.visible().exclude(pk=self.page.pk)
        sharing = others.filter(characterisations__tag__in=themes).distinct().for_cards()
        return list(sharing.nearest_first(self.page.departement)[:NEIGHBOURS]) if themes else []

    def _characterised(self, schemes: tuple[Scheme, ...]) -> list[tuple[str, list[Any]]]:
        order = {scheme: rank for rank, scheme in enumerate(CHARACTERISATION_SCHEMES)}
        given = [one for one in self.page.characterisations.all() if one.tag.scheme in schemes]
        given.sort(key=lambda one: order[Scheme(one.tag.scheme)])
        groups = groupby(given, key=lambda one: Scheme(one.tag.scheme).label)
        return [(label, list(group)) for label, group in groups]
