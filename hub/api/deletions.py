"""What has gone since a moment: with `updated_since`, it keeps a copy true."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.addresses import next_address
from hub.content.api.changed import deleted_slice
from hub.content.api.moments import AskedMoment, moment_json
from hub.content.api.problems import ProblemJson
from hub.content.api.registry import resource_of
from hub.content.api.replies import reply
from hub.content.api.schemas import Address, Id, Moment, Type

USUAL, MOST = 100, 1000

router = Router(tags=["suppressions"])


class DeletionJson(TypedDict):
    """Page que le public ne voit plus, quelle qu’en soit la cause."""

    id: Id
    type: Type
    deleted_at: Moment


class DeletionsJson(TypedDict):
    """Pages à retirer d’une copie."""

    items: Annotated[list[DeletionJson], Field(description="Pages disparues, dans l’ordre.")]
    next: Annotated[Address | None, Field(description="Suite ; nulle à la fin.")]
    until: Annotated[Moment, Field(description="À donner comme `since` la prochaine fois.")]


class AskedDeletions(Schema):
    """What the list is asked."""

    since: AskedMoment = Field(description="Depuis quand.")
    limit: int = Field(USUAL, ge=1, le=MOST, description="Nombre d’éléments, 1 000 au plus.")
    after: str = Field("", max_length=400, description="Suite : le curseur de « next ».")


@router.get(
    "/suppressions",
    response={200: DeletionsJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="list_suppressions",
    summary="Ce qui a disparu depuis un moment",
    description="Pages dépubliées, supprimées, devenues privées ou arrivées à leur terme. Une page "
    "qui revient est à nouveau donnée par `updated_since`.",
)
def deletions(request: HttpRequest, asked: Query[AskedDeletions]) -> HttpResponse:
    """Give the pages that have gone, the first that went first."""
    found, after, until = deleted_slice(asked.since, asked.limit, asked.after)
    items: list[DeletionJson] = [
        {
            "id": one.uid,
            "type": resource_of(one.model).name,
            "deleted_at": moment_json(one.moment) or "",
        }
        for one in found
    ]
    body: DeletionsJson = {"items": items, "next": next_address(request, after), "until": until}
    return reply(body)
