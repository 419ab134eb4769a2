"""`/api/v1/schemas`: the schemas of what the API gives, and that of every block of a content."""

from __future__ import annotations

from typing import Annotated, Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.api.openapi import MEDIA_TYPE_KEY
from hub.content.addresses import hub_url
from hub.content.api.problems import ProblemJson
from hub.content.api.replies import reply
from hub.content.api.schemas import Address
from hub.content.api.streams import SCHEMA_VERSION, blocks_schema

MEDIA_TYPE = "application/schema+json"
REFUSED = {400: ProblemJson, 429: ProblemJson}

router = Router()


class SchemaRef(TypedDict):
    """Schéma, et où le lire."""

    name: Annotated[str, Field(description="Nom.", examples=["blocks"])]
    title: Annotated[str, Field(description="Ce qu’il décrit.")]
    version: Annotated[str, Field(description="Version : un changement incompatible l’élève.")]
    media_type: Annotated[str, Field(description="Type de média.")]
    url: Address


class SchemaList(TypedDict):
    """Schémas de l’API."""

    items: Annotated[list[SchemaRef], Field(description="Schémas.")]


@router.get(
    "/schemas",
    response={200: SchemaList, **REFUSED},
    operation_id="list_schemas",
    summary="Schémas de l’API",
    tags=["schemas"],
)
def schemas(request: HttpRequest) -> HttpResponse:
    """La description OpenAPI et le schéma des blocs, avec leurs versions."""
    from hub.api.api import VERSION  # it mounts this router

    openapi = {
        "name": "openapi",
        "title": "Description de l’API (OpenAPI 3.1)",
        "version": VERSION,
        "media_type": "application/json",
        "url": hub_url(reverse("api:openapi-json"), request),
    }
    blocks = {
        "name": "blocks",
        "title": "Blocs du contenu d’une page (JSON Schema 2020-12)",
        "version": str(SCHEMA_VERSION),
        "media_type": MEDIA_TYPE,
        "url": _address_of_blocks(request),
    }
    return reply({"items": [openapi, blocks]})


@router.get(
    "/schemas/blocks",
    response={200: dict[str, Any], **REFUSED},
    operation_id="get_blocks_schema",
    url_name="blocks_schema",
    summary="Schéma des blocs",
    tags=["schemas"],
    openapi_extra={MEDIA_TYPE_KEY: MEDIA_TYPE},
)
def blocks(request: HttpRequest) -> HttpResponse:
    """Le schéma JSON (2020-12) d’un bloc de `body.blocks`, ceux des modules compris.

    Chaque type a sa définition, `#/$defs/block.<type>`.
    """
    schema = {"$id": _address_of_blocks(request), **blocks_schema()}
    return HttpResponse(orjson.dumps(schema), content_type=MEDIA_TYPE)


def _address_of_blocks(request: HttpRequest) -> str:
    return hub_url(reverse("api:blocks_schema"), request)
