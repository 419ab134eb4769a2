"""Fiches, as search sees them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from taggit.models import Tag

from hub.plugins.declarations import Described, DocumentSpec
from initiatives.models import (
    InitiativePage,
    Organisation,
    OrganisationRole,
    PrizeResult,
    Term,
    Verification,
)
from initiatives.querysets import HISTORY
from initiatives.search.inherited import (
    TERMS,
    joined,
    names_of,
    point_of,
    values_of,
    with_what_it_gives,
)
from initiatives.search.texts import each_once, stream_texts

NEVER_VERIFIED = 0


def read_fiches(fiches: Any) -> Any:
    """Add to fiches what `describe_fiche` needs."""
    return with_what_it_gives(fiches).prefetch_related(*HISTORY)


def describe_fiche(fiche: InitiativePage) -> Described:
    """Return the texts of a fiche, the summary first, and all by which it is narrowed."""
    texts = [
        fiche.summary,
        fiche.need,
        fiche.quoted_title,
        fiche.activity,
        *stream_texts(fiche.body),
        *(one.evidence for one in fiche.characterisations.all()),
        fiche.get_nature_display() if fiche.nature else "",
        *(result.award_label for result in fiche.results),
        *names_of(fiche),
    ]
    carriers = fiche.organisations(OrganisationRole.CARRIER)
    verified = fiche.last_verified
    return Described(
        texts=each_once(texts),
        names=each_once([fiche.quoted_title, *(one.name for one in carriers)]),
        values=joined(
            [
                values_of(fiche),
                {"annee": [str(fiche.year)] if fiche.year else []},
                laureate_values(fiche.awards),
            ]
        ),
        numbers={"fraicheur": day_number(verified) if verified else NEVER_VERIFIED},
        day=datetime.date(fiche.year, 1, 1) if fiche.year else None,
        point=point_of(fiche),
    )


def laureate_values(awards: list[PrizeResult]) -> Mapping[str, list[str]]:
    """Return that it is a laureate, and of which years."""
    return {"laureat": ["oui", *(str(one.year) for one in awards)]} if awards else {}


def day_number(day: datetime.date) -> int:
    """Return a day as a number that grows with time: 20230926."""
    return int(f"{day:%Y%m%d}")


def fiches_of_term(term: Term) -> Any:
    """Return the fiches that carry a term or a term below it."""
    fields = Q(characterisations__tag=term) | Q(characterisations__tag__parent=term)
    for name in TERMS:
        fields |= Q(**{name: term}) | Q(**{f"{name}__parent": term})
    return InitiativePage.objects.filter(fields)


def fiches_of_organisation(organisation: Organisation) -> Any:
    """Return the fiches in which an organisation plays a role."""
    return InitiativePage.objects.filter(organisation_links__organisation=organisation)


def fiches_of_tag(tag: Tag) -> Any:
    """Return the fiches that carry a free tag."""
    return InitiativePage.objects.filter(tagged_items__tag=tag)


def fiche_of(row: PrizeResult | Verification) -> Any:
    """Return the fiche that was distinguished or verified."""
    return InitiativePage.objects.filter(pk=row.initiative_id)


# What changes the names and the values that a fiche gives to others.
GIVEN_BY: Mapping[str, Any] = {
    "initiatives.Term": fiches_of_term,
    "initiatives.Organisation": fiches_of_organisation,
    "taggit.Tag": fiches_of_tag,
}

INITIATIVE = DocumentSpec(
    name="initiative",
    singular="initiative",
    plural="initiatives",
    model="initiatives.InitiativePage",
    describe=describe_fiche,
    read=read_fiches,
    cards=lambda fiches: fiches.for_cards(),
    card="search/cards/initiative.html",
    depends_on={
        **GIVEN_BY,
        "initiatives.PrizeResult": fiche_of,
        "initiatives.Verification": fiche_of,
    },
)
