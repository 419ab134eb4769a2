"""The page of the map, and what its script asks for."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hub.content.api.problems import bad_request
from hub.content.memory import Memory
from hub.content.social.views import answer_card
from hub.contrib.map.named import MOST_NAMES, names_of, read_ids
from hub.contrib.map.positions import positions_for
from hub.contrib.map.region import region_of
from hub.security import tile_hosts
from hub.territory.drawing import ATTRIBUTION
from initiatives.models import InitiativeIndexPage
from initiatives.presentations import presentations
from initiatives.territories.sharing import region_card
from search.engines.contract import EngineDownError
from search.page.forms import SearchForm
from search.page.problems import Problem
from search.page.views import asks_for_a_fragment, search_context, with_headers
from search.query import SearchQuery
from search.recalling import recall_for
from search.representations.fresh import fresh
from search.representations.lists import SearchList, lists
from search.representations.problems import engine_down
from search.searching import current_searcher

TITLE = "Carte des initiatives"
DESCRIPTION = (
    "Les initiatives de Bourgogne-Franche-Comté sur une carte : par département, par thème, "
    "autour d’une commune."
)
PRESET = InitiativeIndexPage.preset
CARD = ("map_card",)
PAGE, FRAGMENT = "hub_map/map_page.html", "hub_map/_fragment.html"

_bodies: Memory[bytes] = Memory(most=20)


@lists(SearchList(TITLE, PRESET))
@require_safe
def map_page(request: HttpRequest) -> HttpResponseBase:
    """Show the results of a search of initiatives, on a map and in a list."""
    found = search_context(request, PRESET, presentations(request), folds_filters=True)
    context = {
        "json_ld": {"@context": "https://schema.org", "@type": "CollectionPage", "name": TITLE},
        "title": TITLE,
        "description": DESCRIPTION,
        "region": region_of(found["search"]),
        "attribution": ATTRIBUTION,
        "social_card": region_card(request, TITLE, CARD),
        "tiles": settings.HUB_TILE_URL,
        "tile_attribution": settings.HUB_TILE_ATTRIBUTION,
        **found,
    }
    template = FRAGMENT if asks_for_a_fragment(request) else PAGE
    response = with_headers(request, TemplateResponse(request, template, context))
    if hosts := tile_hosts():
        # What `csp.decorators.csp_update` does, with the settings of the moment.
        setattr(response, "_csp_update", {"img-src": hosts})  # noqa: B010
    return response


@require_safe
def map_card(request: HttpRequest, digest: str) -> HttpResponse:
    """Serve the card of the page.

    Raises:
        Http404: no site at this host.
    """
    card = region_card(request, TITLE, CARD)
    if card is None:
        raise Http404
    return answer_card(card, digest)


@require_safe
def points(request: HttpRequest) -> HttpResponseBase:
    """Answer where all that a search finds is, in columns; its box, order and page do not count."""
    return fresh(request, lambda: _points(request))


@require_safe
def names(request: HttpRequest) -> HttpResponseBase:
    """Answer the title, the address and the place of some initiatives, by `id`."""
    return fresh(request, lambda: _names(request))


def _points(request: HttpRequest) -> HttpResponseBase:
    form = SearchForm(request.GET, recall_for(request), PRESET)
    if form.problems:
        return bad_request(form.problems)
    query = replace(form.query, box=None, sort=None, page=1)
    try:
        body = _bodies.recall(request, query, lambda: _body(request, query))
    except EngineDownError:
        return engine_down()
    return HttpResponse(body, content_type="application/json")


def _body(request: HttpRequest, query: SearchQuery) -> bytes:
    """Return the points of a query; the whole list needs no engine."""
    positions = positions_for(request)
    if query == SearchQuery(filters=PRESET):
        return positions.body()
    found = current_searcher(request).scan(query, in_order=False)
    return positions.body([hit.uid for hit in found])


def _names(request: HttpRequest) -> HttpResponseBase:
    ids = read_ids(request.GET.getlist("id"))
    if ids is None:
        sentence = f"Donnez de 1 à {MOST_NAMES} identifiants, en chiffres."
        return bad_request([Problem("id", "", sentence)])
    return JsonResponse(names_of(request, ids), json_dumps_params={"ensure_ascii": False})
