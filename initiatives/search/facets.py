"""The ways to narrow a search by what fiches say. Values are codes; labels are read here."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence

from django.conf import settings
from django.utils.text import slugify
from taggit.models import Tag

from hub.plugins.declarations import Choice, Facet, FacetWidget, Recall
from hub.territory.folding import fold
from hub.territory.gazetteer import get_gazetteer
from initiatives.freshness import fresh_since
from initiatives.models import (
    Economy,
    InitiativeOrganisation,
    InitiativeTag,
    Organisation,
    OrganisationRole,
    Scheme,
    Term,
)
from initiatives.search.fiches import day_number

Choices = Callable[[Collection[str], Recall], Sequence[Choice]]
LAUREATE = "oui"


def terms_of(scheme: Scheme) -> Choices:
    """Return the choices of a vocabulary, in its order, those of the second level below theirs."""

    def choices(values: Collection[str], recall: Recall) -> list[Choice]:
        terms = recall("terms", _choices_by_scheme).get(scheme, ())
        return [one for one in terms if one.value in values]

    return choices


def _choices_by_scheme() -> dict[str, list[Choice]]:
    """Read all terms at once: they are few."""
    terms = list(Term.objects.order_by("sort_order", "name", "pk"))
    slugs = {term.pk: term.slug for term in terms}
    found: dict[str, list[Choice]] = {}
    for term in terms:
        if term.parent_id is None:
            below = [one for one in terms if one.parent_id == term.pk]
            found.setdefault(term.scheme, []).extend(
                Choice(one.slug, one.name, slugs[one.parent_id] if one.parent_id else "")
                for one in (term, *below)
            )
    return found


def departements(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return départements by their codes."""
    return [
        Choice(one.code, one.label) for one in get_gazetteer().departements if one.code in values
    ]


def epcis(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return EPCI by their names."""
    found = [one for one in get_gazetteer().epcis if one.code in values]
    return [Choice(one.code, one.label) for one in sorted(found, key=lambda one: fold(one.name))]


def former_regions(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return the regions before 2016."""
    names = sorted({one.former_region for one in get_gazetteer().departements})
    return [Choice(slugify(name), name) for name in names if slugify(name) in values]


def economies(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return the two economies."""
    return [Choice(one.value, str(one.label)) for one in Economy if one.value in values]


def years(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return years, the last first."""
    return [Choice(year, year) for year in sorted(filter(str.isdecimal, values), reverse=True)]


def laureates(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return all laureates, then those of each year, the last first."""
    if LAUREATE not in values:
        return []
    below = [Choice(one.value, one.label, LAUREATE) for one in years(values, recall)]
    return [Choice(LAUREATE, "Lauréates"), *below]


def freshness_bounds() -> Mapping[str, tuple[int | None, int | None]]:
    """Return the days of verification of each freshness, today; 0 is that of no verification."""
    since = day_number(fresh_since(datetime.date.today()))
    return {"fraiche": (since, None), "ancienne": (1, since), "jamais": (0, 1)}


def freshnesses(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return how fresh fiches are, the freshest first."""
    months = settings.HUB_VERIFY_AFTER_MONTHS
    labels = {
        "fraiche": f"Vérifiée depuis moins de {months} mois",
        "ancienne": f"Vérifiée il y a plus de {months} mois",
        "jamais": "Pas encore vérifiée",
    }
    return [Choice(value, label) for value, label in labels.items() if value in values]


def spotters(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return the organisations that spotted fiches, by name."""
    known = recall("spotters", _spotters)
    return [Choice(uid, name) for uid, name in known if uid in values]


def _spotters() -> list[tuple[str, str]]:
    links = InitiativeOrganisation.objects.filter(role=OrganisationRole.SPOTTER).order_by()
    found = Organisation.objects.filter(pk__in=links.values("organisation")).order_by("name", "pk")
    return [(str(one.uid), one.name) for one in sorted(found, key=lambda one: fold(one.name))]


def tags(values: Collection[str], recall: Recall) -> list[Choice]:
    """Return free tags, by name."""
    known = recall("tags", _tags)
    return [Choice(slug, name) for slug, name in known if slug in values]


def _tags() -> list[tuple[str, str]]:
    used = InitiativeTag.objects.order_by().values("tag")
    found = Tag.objects.filter(pk__in=used).order_by("pk").values_list("slug", "name")
    return sorted(found, key=lambda one: fold(one[1]))


def _of(scheme: Scheme, label: str, *, is_leading: bool = False, is_folded: bool = False) -> Facet:
    return Facet(scheme.value, label, terms_of(scheme), is_leading=is_leading, is_folded=is_folded)


FACETS = (
    _of(Scheme.CENTRED_ON, "Centrée sur"),
    _of(Scheme.LINKED_TO, "En lien avec"),
    _of(Scheme.THEME, "Thème", is_leading=True),
    _of(Scheme.PUBLIC, "Public"),
    _of(Scheme.LEVER, "Levier"),
    Facet("departement", "Département", departements, is_leading=True),
    Facet("epci", "Intercommunalité", epcis, widget=FacetWidget.SELECT, is_folded=True),
    Facet("ancienne-region", "Ancienne région", former_regions),
    _of(Scheme.SECTOR, "Secteur d’activité"),
    _of(Scheme.LEGAL_STATUS, "Statut juridique", is_folded=True),
    Facet("economie", "Économie", economies),
    _of(Scheme.HEADCOUNT, "Effectif"),
    Facet("annee", "Année de recensement", years),
    Facet("laureat", "Prix de l’innovation sociale", laureates),
    _of(Scheme.MATURITY, "Maturité", is_folded=True),
    Facet("fraicheur", "Fraîcheur", freshnesses, bounds=freshness_bounds, is_folded=True),
    Facet("reperee-par", "Repérée par", spotters),
    Facet("etiquette", "Étiquette", tags),
)
