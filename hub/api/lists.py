"""Lists of pages, one for each collection, and each page by its identifier."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Any, NotRequired, Union
from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field
from wagtail.models import get_page_models

from hub.content.api.addresses import next_address
from hub.content.api.asking import reads_also
from hub.content.api.changed import changed_slice
from hub.content.api.context import ApiContext
from hub.content.api.fields import BODY, kept, names_of, partial, read_fields, shape
from hub.content.api.live import Slice, live_slice
from hub.content.api.moments import AskedMoment
from hub.content.api.pages import write_page, write_pages
from hub.content.api.problems import Fault, ProblemJson, RefusedError
from hub.content.api.registry import PageResource, resource_of
from hub.content.api.replies import reply
from hub.content.api.rows import read_rows
from hub.content.api.schemas import Address, Moment
from hub.content.models import BasePage
from search.api.finding import found_slice, grammar, is_searched

USUAL, MOST = 20, 100
REFUSED = {400: ProblemJson, 429: ProblemJson}
ABSENT = {404: ProblemJson, **REFUSED}
DOWN = {503: ProblemJson}
# Names of addresses have no accents; words have.
WORDS = {
    "evenements": "événements",
    "laureats": "lauréats",
    "themes": "thèmes",
    "videos": "vidéos",
}


class Asked(Schema):
    """What any list of pages is asked."""

    limit: int = Field(USUAL, ge=1, le=MOST, description="Nombre d’éléments, 100 au plus.")
    after: str = Field(
        "", max_length=400, description="Suite d’une liste : le curseur de l’adresse « next »."
    )
    updated_since: AskedMoment | None = Field(
        None,
        description="Seulement ce qui a changé depuis ce moment, du plus ancien changement au "
        "dernier. Avec `/suppressions`, tient une copie à jour.",
    )
    fields: str = Field(
        "",
        max_length=2000,
        description="Propriétés voulues, séparées par des virgules. `body` n’est donné que s’il "
        "est demandé ici.",
        json_schema_extra={"example": "title,summary,url"},
    )


def pages_router() -> Router:
    """Return the lists and the pages of every collection that is declared."""
    router = Router()
    every = [resource_of(one._meta.label) for one in get_page_models() if issubclass(one, BasePage)]
    for name in dict.fromkeys(one.collection for one in every):
        some = every if name == "pages" else [one for one in every if one.collection == name]
        _add_collection(router, name, some)
    return router


def _add_collection(router: Router, name: str, some: Sequence[PageResource]) -> None:
    known = frozenset().union(*(names_of(one.schema) - one.details.keys() for one in some))
    preset = [one.name for one in some] if is_searched(some) and name != "pages" else []
    described = grammar(preset) if preset else []

    @router.get(
        f"/{name}",
        response={200: _list_of(name, some), **REFUSED, **(DOWN if preset else {})},
        operation_id=f"list_{name}",
        summary=f"Liste : {WORDS.get(name, name)}",
        tags=[name],
        openapi_extra={"parameters": described},
    )
    @reads_also(lambda: [one["name"] for one in described])
    def listed(request: HttpRequest, asked: Query[Asked]) -> HttpResponse:
        fields = read_fields(asked.fields, known)
        found = _slice(request, asked, some, {one["name"] for one in described})
        ctx = ApiContext(request)
        with_body = BODY in (fields or ())
        rows = read_rows(found.rows, ctx, with_body=with_body)
        items = write_pages(rows, ctx, with_body=with_body)
        return reply(
            {
                "items": [kept(item, fields) for item in items],
                "total": found.total,
                "next": next_address(request, found.after),
                **({"until": found.until} if found.until else {}),
            }
        )

    @router.get(
        f"/{name}/{{uuid:id}}",
        response={200: _one_of(some), **ABSENT},
        operation_id=f"get_{name}",
        summary=f"Un élément : {WORDS.get(name, name)}",
        tags=[name],
    )
    def one(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 - its public name
        ctx = ApiContext(request)
        return reply(write_page(_page(id, some, ctx), ctx))


def _slice(
    request: HttpRequest, asked: Asked, some: Sequence[PageResource], searching: Collection[str]
) -> Slice:
    is_search = any(one in request.GET for one in searching)
    if is_search and asked.updated_since:
        sentence = "« updated_since » ne se combine pas avec une recherche."
        raise RefusedError(Fault("updated_since", request.GET["updated_since"], sentence))
    if is_search:
        return found_slice(request, [one.name for one in some], asked.limit, asked.after)
    if asked.updated_since:
        return changed_slice(some, asked.updated_since, asked.limit, asked.after)
    return live_slice(request, some, asked.limit, asked.after)


def _page(uid: UUID, some: Sequence[PageResource], ctx: ApiContext) -> Any:
    for one in some:
        model: Any = apps.get_model(one.model)
        for page in one.read(model.objects.visible().filter(uid=uid).order_by("pk"), ctx):
            return page
    raise Http404


def _list_of(name: str, some: Sequence[PageResource]) -> type[Any]:
    item = _any_of([partial(schema) for schema in _schemas(some)])
    hints = {
        "items": Annotated[
            list[item],  # type: ignore[valid-type]
            Field(description="Éléments."),
        ],
        "total": Annotated[
            int | None, Field(description="Nombre d’éléments en tout ; nul : non compté.")
        ],
        "next": Annotated[Address | None, Field(description="Suite ; nulle à la fin.")],
        "until": NotRequired[
            Annotated[
                Moment, Field(description="À donner comme `updated_since` la prochaine fois.")
            ]
        ],
    }
    return shape(f"{name.title()}List", hints, "Partie d’une liste.")


def _one_of(some: Sequence[PageResource]) -> Any:
    return _any_of(_schemas(some))


def _any_of(schemas: Sequence[type[Any]]) -> Any:
    return Union[tuple(schemas)]  # noqa: UP007 - as many as there are


def _schemas(some: Sequence[PageResource]) -> list[type[Any]]:
    return list(dict.fromkeys(one.schema for one in some))
