"""What a fiche gives to search, for itself and for the pages that speak of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Prefetch
from django.utils.text import slugify

from hub.territory.models import PlacedMixin
from initiatives.models import Characterisation, InitiativeOrganisation, InitiativePage, Term
from initiatives.models.organisation import OrganisationRole
from initiatives.search.texts import place_names

Values = Mapping[str, Sequence[str]]
TERMS = ("sector", "legal_status", "headcount_class", "maturity")


def with_what_it_gives(fiches: Any) -> Any:
    """Add to fiches what the functions below read, in a constant number of queries."""
    return fiches.select_related(*TERMS).prefetch_related(
        Prefetch(
            "characterisations", Characterisation.objects.select_related("tag", "tag__parent")
        ),
        Prefetch(
            "organisation_links", InitiativeOrganisation.objects.select_related("organisation")
        ),
        "tagged_items__tag",
    )


def visible_fiches() -> Any:
    """Return the fiches that may give something to other pages: what is hidden gives nothing."""
    return with_what_it_gives(InitiativePage.objects.visible())


def shown_fiche(row: Any) -> InitiativePage | None:
    """Return the fiche of a row that was read with `visible_fiches`; None where it is hidden."""
    try:
        fiche: InitiativePage = row.initiative
    except ObjectDoesNotExist:
        return None
    return fiche


def names_of(fiche: InitiativePage) -> Iterator[str]:
    """Yield the names of its terms, of its organisations, of its place, and its tags."""
    for term in terms_of(fiche):
        yield term.name
    yield from (link.organisation.name for link in fiche.organisation_links.all())
    yield from (item.tag.name for item in fiche.tagged_items.all())
    yield from place_names(fiche)


def terms_of(fiche: InitiativePage) -> list[Term]:
    """Return its terms of all vocabularies, each with the term above it."""
    own = [one.tag for one in fiche.characterisations.all()]
    own += [getattr(fiche, name) for name in TERMS if getattr(fiche, name)]
    return [one for term in own for one in (term.parent if term.parent_id else None, term) if one]


def values_of(fiche: InitiativePage) -> Values:
    """Return the values of its terms, its place, its organisations and its tags, by facet."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for term in terms_of(fiche):
        values[term.scheme].append(term.slug)
    for link in fiche.organisation_links.all():
        if link.role == OrganisationRole.CARRIER and link.organisation.economy:
            values["economie"].append(link.organisation.economy)
        if link.role == OrganisationRole.SPOTTER:
            values["reperee-par"].append(str(link.organisation.uid))
    values["etiquette"] = [item.tag.slug for item in fiche.tagged_items.all()]
    return joined([values, place_values(fiche)])


def place_values(placed: PlacedMixin) -> Values:
    """Return the codes of a place, by facet."""
    codes = {
        "departement": placed.departement,
        "epci": placed.epci,
        "ancienne-region": slugify(placed.former_region),
    }
    return {name: [code] for name, code in codes.items() if code}


def point_of(placed: PlacedMixin) -> tuple[float, float] | None:
    """Return the latitude and the longitude, where they are known."""
    point = placed.location
    return (point.latitude, point.longitude) if point else None


def joined(every: Iterable[Values]) -> dict[str, list[str]]:
    """Return the values of several pages, each once."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for values in every:
        for name, some in values.items():
            found[name] += [one for one in some if one not in found[name]]
    return dict(found)
