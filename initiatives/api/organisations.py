"""Organisations, each with what it does for the programme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.addresses import next_address
from hub.content.api.context import ApiContext
from hub.content.api.cursors import cursor, not_a_cursor, read_cursor
from hub.content.api.images import image_json, read_images
from hub.content.api.problems import ProblemJson, RefusedError
from hub.content.api.reading import needed, read_needs
from hub.content.api.replies import reply
from hub.content.api.schemas import Address, CodedValue, ImageJson
from initiatives.api.roles import OrganisationRef, organisation_ref
from initiatives.api.terms import choice_json, term_json
from initiatives.models import Organisation

KIND = "o"
USUAL, MOST = 20, 100

router = Router(tags=["organisations"])


class ProgrammeRoleJson(TypedDict):
    """Ce qu’une organisation fait pour le programme, et quand."""

    role: Annotated[CodedValue, Field(description="Rôle.")]
    from_year: Annotated[int | None, Field(description="Première année.")]
    to_year: Annotated[int | None, Field(description="Dernière année ; nulle : en cours.")]


class OrganisationJson(OrganisationRef):
    """Organisation : entreprise, association, organisme public."""

    description: Annotated[str, Field(description="Présentation.")]
    siret: Annotated[str, Field(description="SIRET, ou vide.")]
    legal_status: Annotated[CodedValue | None, Field(description="Statut juridique.")]
    economy: Annotated[CodedValue | None, Field(description="Sphère économique.")]
    labels: Annotated[list[CodedValue], Field(description="Labels et agréments.")]
    website: Annotated[str, Field(description="Site web, ou vide.")]
    logo: Annotated[ImageJson | None, Field(description="Logo.")]
    programme_roles: Annotated[
        list[ProgrammeRoleJson], Field(description="Rôles dans le programme.")
    ]


class OrganisationsJson(TypedDict):
    """Partie de la liste des organisations, par nom."""

    items: list[OrganisationJson]
    total: int
    next: Annotated[Address | None, Field(description="Suite ; nulle à la fin.")]


class AskedOrganisations(Schema):
    """What the list is asked."""

    limit: int = Field(USUAL, ge=1, le=MOST, description="Nombre d’éléments, 100 au plus.")
    after: str = Field("", max_length=400, description="Suite : le curseur de « next ».")


@router.get(
    "/organisations",
    response={200: OrganisationsJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="list_organisations",
    summary="Liste : organisations",
)
def organisations(request: HttpRequest, asked: Query[AskedOrganisations]) -> HttpResponse:
    """Give organisations, by name."""
    rows = _read(Organisation.objects.filter(_beyond(asked.after)).order_by("name", "uid"))
    found = list(rows[: asked.limit + 1])
    shown = found[: asked.limit]
    body: OrganisationsJson = {
        "items": _written(shown, ApiContext(request)),
        "total": Organisation.objects.count(),
        "next": next_address(request, _after(shown[-1]) if len(found) > asked.limit else ""),
    }
    return reply(body)


@router.get(
    "/organisations/{uuid:id}",
    response={200: OrganisationJson, 404: ProblemJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="get_organisations",
    summary="Un élément : organisations",
)
def organisation(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 - its public name
    """Give an organisation."""
    found = list(_read(Organisation.objects.filter(uid=id)))
    if not found:
        raise Http404
    return reply(_written(found, ApiContext(request))[0])


def _read(rows: Any) -> Any:
    return rows.select_related("legal_status").prefetch_related("programme_roles")


def _written(rows: Sequence[Organisation], ctx: ApiContext) -> list[OrganisationJson]:
    read_needs([(read_images, one.logo_id) for one in rows if one.logo_id], ctx)
    return [_organisation(one, ctx) for one in rows]


def _organisation(one: Organisation, ctx: ApiContext) -> OrganisationJson:
    logo = needed(read_images, one.logo_id, ctx) if one.logo_id else None
    held = [(code, field) for code, field in one.LABELS.items() if getattr(one, field)]
    return {
        **organisation_ref(one, ctx),
        "description": one.description,
        "siret": one.siret,
        "legal_status": term_json(one.legal_status),
        "economy": choice_json(one, "economy"),
        "labels": [
            {"code": code, "label": str(one._meta.get_field(field).verbose_name)}
            for code, field in held
        ],
        "website": one.website,
        "logo": image_json(logo, ctx, alt=""),
        "programme_roles": [
            {
                "role": {"code": role.role, "label": role.get_role_display()},
                "from_year": role.from_year,
                "to_year": role.to_year,
            }
            for role in one.programme_roles.all()
        ],
    }


def _beyond(after: str) -> Q:
    if not after:
        return Q()
    name, uid = read_cursor(after, KIND, 2)
    try:
        return Q(name__gt=name) | Q(name=name, uid__gt=UUID(uid))
    except ValueError:
        raise RefusedError(not_a_cursor(after)) from None


def _after(last: Organisation) -> str:
    return cursor(KIND, last.name, str(last.uid))
