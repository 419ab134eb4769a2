"""The fiches near another, each with what they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from initiatives.models.vocabulary import GRID, Scheme
from search.nearby import Traits, nearby

if TYPE_CHECKING:
    from taggit.models import Tag

    from initiatives.models import InitiativePage

MOST = 3
READ = 24  # of which the last years are shown, among those that are as near
MOST_NAMES = 2  # of what is shared; a third says no more
# What matters to who looks for a similar experience: the subject first, then the neighbourhood.
WEIGHTS = {
    Scheme.THEME.value: 3.0,
    "etiquette": 2.0,
    "epci": 2.0,
    Scheme.LEVER.value: 1.5,
    Scheme.PUBLIC.value: 1.5,
    Scheme.CENTRED_ON.value: 1.0,
    Scheme.LINKED_TO.value: 1.0,
    "departement": 1.0,
}
# How a shared term is told, singular and plural, in the order of what says most.
SHARED = (
    ((Scheme.THEME,), "Même thème", "Mêmes thèmes"),
    ((Scheme.LEVER,), "Même levier", "Mêmes leviers"),
    ((Scheme.PUBLIC,), "Même public", "Mêmes publics"),
    (GRID, "En commun", "En commun"),
)


@dataclass(frozen=True)
class Neighbour:
    """A fiche, and why it is near."""

    fiche: InitiativePage
    reason: str


def nearest(page: InitiativePage, tags: Sequence[Tag]) -> list[InitiativePage]:
    """Return up to three fiches by what they share.

    Raises EngineDownError.
    """
    values = {"etiquette": [tag.slug for tag in tags]}
    for one in page.characterisations.all():
        values.setdefault(one.tag.scheme, []).append(one.tag.slug)
    values |= {"departement": [page.departement], "epci": [page.epci]} if page.commune else {}
    traits = Traits(str(page.uid), "initiative", page.title, values, WEIGHTS)
    scores = nearby(traits, READ)
    if not scores:
        return of_a_theme(page, tags)
    found = type(page).objects.visible().filter(uid__in=scores).card_rows().order_by("-year", "pk")
    return sorted(found, key=lambda fiche: -round(scores[str(fiche.uid)], 3))[:MOST]


def of_a_theme(page: InitiativePage, tags: Sequence[Tag] = ()) -> list[InitiativePage]:
    """Return up to three fiches of a theme of this one, near places first, from the database."""
    given = page.characterisations.all()
    themes = [one.tag_id for one in given if one.tag.scheme == Scheme.THEME]
    others = type(page).objects.visible().exclude(pk=page.pk)
    sharing = others.filter(characterisations__tag__in=themes).distinct().card_rows()
    return list(sharing.nearest_first(page.departement)[:MOST]) if themes else []


def with_reasons(page: InitiativePage, fiches: Sequence[InitiativePage]) -> list[Neighbour]:
    """Return fiches, whose terms were read, with what they share with this one."""
    return [Neighbour(fiche, " · ".join(_reasons(page, fiche))) for fiche in fiches]


def _reasons(page: InitiativePage, fiche: InitiativePage) -> Iterator[str]:
    """Yield the subject that is shared, then the place; something at least."""
    subject = _subject(page, fiche)
    place = _place(page, fiche)
    if subject:
        yield subject
    if place:
        yield f"Même territoire : {place}"
    if not (subject or place):
        yield "Sujet voisin"


def _subject(page: InitiativePage, fiche: InitiativePage) -> str:
    own = {one.tag_id for one in page.characterisations.all()}
    both = [one.tag for one in fiche.characterisations.all() if one.tag_id in own]
    for schemes, singular, plural in SHARED:
        names = [term.name for term in both if term.scheme in schemes][:MOST_NAMES]
        if names:
            label = singular if len(names) == 1 else plural
            return f"{label} : {', '.join(names)}"
    return ""


def _place(page: InitiativePage, fiche: InitiativePage) -> str:
    here, there = page.commune, fiche.commune
    if not here or not there:
        return ""
    if here.code == there.code:
        return here.label
    if here.epci.code == there.epci.code:
        return here.epci.label
    return here.departement.label if here.departement.code == there.departement.code else ""
