"""The territories that have a page: départements and EPCI, with their communes."""

from __future__ import annotations

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.context import ApiContext
from hub.content.api.problems import ProblemJson
from hub.content.api.replies import reply
from hub.content.api.schemas import Address, CodedValue, Path
from hub.territory.gazetteer import get_gazetteer
from hub.territory.places import Commune
from initiatives.territories.territory import Territory, territory

router = Router(tags=["territoires"])


class TerritoryJson(TypedDict):
    """Territoire : département (code) ou intercommunalité (SIREN)."""

    code: Annotated[str, Field(description="Code, à donner à la recherche.", examples=["21"])]
    label: Annotated[str, Field(description="Nom.")]
    kind: Annotated[
        CodedValue, Field(description="Sorte ; son code est le paramètre de la recherche.")
    ]
    path: Path
    url: Address


class CommuneJson(TypedDict):
    """Commune."""

    code: Annotated[str, Field(description="Code INSEE.", examples=["21231"])]
    label: Annotated[str, Field(description="Nom et département.")]
    postcodes: Annotated[list[str], Field(description="Codes postaux.")]
    latitude: float
    longitude: float


class TerritoriesJson(TypedDict):
    """Tous les territoires."""

    vintage: Annotated[int, Field(description="Millésime du référentiel.")]
    attribution: Annotated[str, Field(description="Source et licence du référentiel.")]
    items: list[TerritoryJson]


class TerritoryCommunesJson(TerritoryJson):
    """Territoire et ses communes de la région."""

    communes: list[CommuneJson]


@router.get(
    "/territoires",
    response={200: TerritoriesJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="list_territoires",
    summary="Les départements et les intercommunalités",
)
def territories(request: HttpRequest) -> HttpResponse:
    """Give all territories, départements first."""
    gazetteer, ctx = get_gazetteer(), ApiContext(request)
    codes = [one.code for one in gazetteer.departements]
    codes += [one.code for one in gazetteer.epcis]
    found = filter(None, map(territory, codes))
    body: TerritoriesJson = {
        "vintage": gazetteer.vintage,
        "attribution": gazetteer.attribution,
        "items": [_territory(one, ctx) for one in found],
    }
    return reply(body)


@router.get(
    "/territoires/{slug:code}",
    response={200: TerritoryCommunesJson, 404: ProblemJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="get_territoires",
    summary="Un territoire et ses communes",
)
def one_territory(request: HttpRequest, code: str) -> HttpResponse:
    """Give a territory with its communes."""
    found = territory(code)
    if found is None:
        raise Http404
    body: TerritoryCommunesJson = {
        **_territory(found, ApiContext(request)),
        "communes": [_commune(one) for one in found.communes],
    }
    return reply(body)


def _territory(one: Territory, ctx: ApiContext) -> TerritoryJson:
    path = reverse("territory", args=[one.code])
    return {
        "code": one.code,
        "label": one.title,
        "kind": {"code": one.level.value, "label": one.kind},
        "path": path,
        "url": ctx.public(path),
    }


def _commune(one: Commune) -> CommuneJson:
    return {
        "code": one.code,
        "label": one.label,
        "postcodes": list(one.postcodes),
        "latitude": one.point.latitude,
        "longitude": one.point.longitude,
    }
