"""The search of the whole site: what its page shows, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router

from hub.content.addresses import hub_url, public_url
from hub.content.api.asking import reads_also
from hub.content.api.context import ApiContext
from hub.content.api.live import Row
from hub.content.api.pages import write_pages
from hub.content.api.problems import ProblemJson
from hub.content.api.replies import reply
from hub.content.api.rows import read_rows
from search.api.finding import grammar, read_form
from search.api.schemas import ChoiceJson, FacetJson, OfferJson, search_schema
from search.page.answers import Answer
from search.page.forms import SearchForm
from search.page.shown_facets import Labels
from search.query import SearchQuery
from search.registry import registry
from search.representations.offered import offers

PAGE = "page"


def search_router() -> Router:
    """Return the search; what it may be asked is known once all facets are declared."""
    router = Router(tags=["recherche"])
    described = grammar(())
    described.append(
        {
            "in": "query",
            "name": PAGE,
            "required": False,
            "description": "Numéro de page.",
            "schema": {"type": "string", "example": "2"},
        }
    )

    @router.get(
        "/recherche",
        response={200: search_schema(), 400: ProblemJson, 429: ProblemJson},
        operation_id="search",
        summary="Rechercher dans tout le site",
        description="Les paramètres sont ceux des adresses du site : ceux d’une même facette "
        "s’ajoutent, ceux de plusieurs facettes restreignent.",
        openapi_extra={"parameters": described},
    )
    @reads_also(lambda: [one["name"] for one in described])
    def search(request: HttpRequest) -> HttpResponse:
        """Give a page of results, with facets and their counts."""
        form = read_form(request, ())
        answer = Answer(form, request)
        response = reply(_written(answer, form, request))
        if answer.is_degraded:
            response.headers["Cache-Control"] = "no-store"
        return response

    return router


def _written(answer: Answer, form: SearchForm, request: HttpRequest) -> dict[str, Any]:
    query, results = answer.query, answer.results
    more = query.page < results.pages
    return {
        "items": list(_items(answer, request)),
        "total": results.total,
        "page": query.page,
        "pages": results.pages,
        "next": hub_url(_path(request.path, query.at_page(query.page + 1)), request)
        if more
        else None,
        "done": {
            "words": answer.corrected_words if answer.is_corrected else results.words,
            "is_corrected": answer.is_corrected,
            "is_relaxed": answer.is_relaxed,
            "is_degraded": answer.is_degraded,
            "left_out": list(results.left_out),
        },
        "facets": [] if answer.is_degraded else list(_facets(form, answer)),
        "representations": [] if answer.is_degraded else _offers(query, request),
        "url": public_url(_path(reverse("search"), query), request),
    }


def _items(answer: Answer, request: HttpRequest) -> Iterator[Mapping[str, object]]:
    ctx = ApiContext(request)
    cards = {str(card.page.uid): card for card in answer.cards}
    rows = [Row(0, uid, card.page._meta.label) for uid, card in cards.items()]
    for item in write_pages(read_rows(rows, ctx), ctx):
        card = cards[item["id"]]
        yield {
            "page": item,
            "highlight": {"title": str(card.title), "excerpt": str(card.excerpt)},
            "distance": card.distance,
        }


def _facets(form: SearchForm, answer: Answer) -> Iterator[FacetJson]:
    labels = Labels(form, answer.results.counts)
    for facet in registry.facets.values():
        counts = answer.results.counts.get(facet.name, {})
        chosen = set(answer.query.values(facet.name))
        choices: list[ChoiceJson] = [
            {
                "code": one.value,
                "label": one.label,
                "count": counts.get(one.value, 0),
                "is_chosen": one.value in chosen,
                "parent": one.parent,
            }
            for one in labels.of(facet)
        ]
        yield {"name": facet.name, "label": facet.label, "choices": choices}


def _offers(query: SearchQuery, request: HttpRequest) -> Sequence[OfferJson]:
    asked = query.at_page(1).to_query_string()
    return [
        {"label": one.label, "media_type": one.media_type, "url": hub_url(one.address, request)}
        for one in offers(reverse("search"), asked, ())
    ]


def _path(path: str, query: SearchQuery) -> str:
    asked = query.to_query_string()
    return f"{path}?{asked}" if asked else path
