"""A fiche as the API gives it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

# Pydantic reads no other one before Python 3.12.
from typing import Annotated, Any, NotRequired

from pydantic import Field

from hub.content.api.context import ApiContext
from hub.content.api.images import image_json, read_images
from hub.content.api.reading import Need, needed
from hub.content.api.registry import PageResource
from hub.content.api.schemas import CodedValue, Day, ImageJson, PageJson, PageRef
from initiatives.api.history import (
    PrizeJson,
    VerificationJson,
    day_json,
    prize_json,
    verification_json,
)
from initiatives.api.links import needs_of_pages, refs_in_order, related_keys
from initiatives.api.people import ContactJson, contact_json
from initiatives.api.places import PlaceJson, place_json
from initiatives.api.roles import RoleJson, roles_json
from initiatives.api.terms import (
    CharacterisationJson,
    characterisation_json,
    choice_json,
    coded,
    term_json,
)
from initiatives.beside import given_rows, given_to, set_given, set_links, set_tags, tags_of
from initiatives.models import InitiativePage
from initiatives.querysets import RESULTS, TERM_FIELDS, pages_about
from initiatives.terms import give_terms, known_terms


class InitiativeJson(PageJson):
    """Fiche d’une initiative."""

    quoted_title: Annotated[str, Field(description="Les mots de l’équipe, sans guillemets.")]
    logo: Annotated[ImageJson | None, Field(description="Logo de la structure.")]
    activity: Annotated[str, Field(description="Ce que fait la structure.")]
    need: Annotated[str, Field(description="Besoin auquel elle répond.")]
    nature: Annotated[CodedValue | None, Field(description="Ce qui est nouveau.")]
    year: Annotated[int | None, Field(description="Année de recensement.", examples=[2023])]
    maturity: Annotated[CodedValue | None, Field(description="Où elle en est.")]
    sector: Annotated[CodedValue | None, Field(description="Secteur (section NAF).")]
    legal_status: Annotated[CodedValue | None, Field(description="Statut juridique.")]
    headcount: Annotated[int | None, Field(description="Nombre de salariés.", examples=[12])]
    headcount_year: Annotated[int | None, Field(description="Année de cet effectif.")]
    headcount_class: Annotated[CodedValue | None, Field(description="Tranche d’effectif.")]
    place: Annotated[PlaceJson | None, Field(description="Lieu.")]
    website: Annotated[str, Field(description="Site web ; vide s’il n’y en a pas.")]
    contact: Annotated[ContactJson | None, Field(description="Personne à contacter.")]
    organisations: Annotated[list[RoleJson], Field(description="Organisations et leurs rôles.")]
    characterisation: Annotated[
        list[CharacterisationJson], Field(description="Termes de la grille, avec leur pourquoi.")
    ]
    tags: Annotated[list[CodedValue], Field(description="Étiquettes libres.")]
    prizes: Annotated[list[PrizeJson], Field(description="Résultats au prix, le dernier d’abord.")]
    last_verified: Annotated[Day | None, Field(description="Dernière relecture.")]
    is_fictitious: Annotated[bool, Field(description="Exemple inventé pour montrer le site.")]
    related: Annotated[list[PageRef], Field(description="À lire aussi.")]
    verifications: NotRequired[
        Annotated[list[VerificationJson], Field(description="Relectures, la dernière d’abord.")]
    ]
    mentioned_in: NotRequired[
        Annotated[
            list[PageRef],
            Field(description="Histoires, comptes rendus, vidéos et publications qui en parlent."),
        ]
    ]


def read_initiatives(pages: Any, ctx: ApiContext) -> Iterable[InitiativePage]:
    """Read fiches with all that is written of them; terms are known by the process."""
    found: list[InitiativePage] = list(pages.checked_last().prefetch_related(RESULTS))
    set_links(found)
    set_tags(found)
    given = given_rows(found)
    set_given(found, given, known_terms(ctx.request))
    give_terms(found, ctx.request, *TERM_FIELDS.values())
    return found


def needs_of_initiative(page: InitiativePage) -> Iterator[Need]:
    """Yield its logo and the pages beside it."""
    if page.logo_id:
        yield read_images, page.logo_id
    yield from needs_of_pages(related_keys(page))


def write_initiative(page: InitiativePage, ctx: ApiContext) -> dict[str, object]:
    """Return what a fiche has beyond what every page has."""
    logo = needed(read_images, page.logo_id, ctx) if page.logo_id else None
    return {
        "quoted_title": page.quoted_title,
        "logo": image_json(logo, ctx),
        "activity": page.activity,
        "need": page.need,
        "nature": choice_json(page, "nature"),
        "year": page.year,
        "maturity": term_json(page.maturity),
        "sector": term_json(page.sector),
        "legal_status": term_json(page.legal_status),
        "headcount": page.headcount,
        "headcount_year": page.headcount_year,
        "headcount_class": term_json(page.headcount_class),
        "place": place_json(page),
        "website": page.website,
        "contact": contact_json(page.contact),
        "organisations": roles_json(page, ctx),
        "characterisation": [characterisation_json(one) for one in given_to(page)],
        "tags": [coded(one.slug, one.name) for one in tags_of(page)],
        "prizes": [prize_json(one) for one in page.results],
        "last_verified": day_json(_last_verified(page)),
        "is_fictitious": page.is_fictitious,
        "related": refs_in_order(related_keys(page), ctx),
    }


def _last_verified(page: Any) -> datetime.date | None:
    """Return what a list has read with the page; of a draft, its own history is read."""
    found: datetime.date | None
    found = page.last_check if hasattr(page, "last_check") else page.last_verified
    return found


def checks_of(page: InitiativePage, ctx: ApiContext) -> list[VerificationJson]:
    """Return the verifications of a fiche, the last first."""
    return [verification_json(one) for one in page.checks_done]


def mentions_of(page: InitiativePage, ctx: ApiContext) -> list[PageRef]:
    """Return the pages that point at a fiche, the newest first."""
    return refs_in_order([one.pk for one in pages_about(page)], ctx)


INITIATIVE = PageResource(
    name="initiative",
    model="initiatives.InitiativePage",
    schema=InitiativeJson,
    write=write_initiative,
    read=read_initiatives,
    needs=needs_of_initiative,
    details={"verifications": checks_of, "mentioned_in": mentions_of},
    collection="initiatives",
)
