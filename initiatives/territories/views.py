"""The page of all territories, and that of each."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hub.content.breadcrumbs import Crumb
from hub.content.memory import Memory
from hub.content.social.card import Card
from hub.content.social.views import answer_card
from hub.content.structured_data import item_list
from hub.territory.gazetteer import get_gazetteer
from initiatives.territories.atlas import Atlas
from initiatives.territories.sharing import WHOLE, map_card, region_card
from initiatives.territories.sheet import TerritorySheet
from initiatives.territories.structured_data import region_json_ld, territory_json_ld
from initiatives.territories.territory import Territory, territory
from initiatives.territories.wording import described, presented

TITLE = "Territoires"
DESCRIPTION = (
    "Les initiatives de Bourgogne-Franche-Comté par département et par intercommunalité : chaque "
    "territoire, ses initiatives, ses témoignages et ses prochains rendez-vous."
)
UNKNOWN = "Territoire inconnu"

_atlases: Memory[Atlas] = Memory(most=1)
_sheets: Memory[TerritorySheet] = Memory(most=150)  # there are 124 territories


@require_safe
def territories(request: HttpRequest) -> HttpResponse:
    """Show the région, its départements and its EPCI, each with its number of fiches."""
    context = {
        "title": TITLE,
        "description": DESCRIPTION,
        "json_ld": region_json_ld(),
        "social_card": _region_card(request),
        "atlas": _atlases.recall(request, "atlas", Atlas),
        "vintage": get_gazetteer().vintage,
    }
    return render(request, "territories/index.html", context)


@require_safe
def territory_page(request: HttpRequest, code: str) -> HttpResponse:
    """Show a territory and what lies in it; 404, with a way on, where there is none."""
    found = territory(code)
    if found is None:
        return render(request, "territories/unknown.html", {"title": UNKNOWN}, status=404)
    sheet = _sheets.recall(request, code, lambda: TerritorySheet(found))
    context = {
        "title": found.title,
        "description": described(found, sheet.total),
        "crumbs": _way_to(found),
        "json_ld": _data(found, sheet, request),
        "social_card": _card(found, request),
        "territory": found,
        "lead": presented(found),
        "sheet": sheet,
        "vintage": get_gazetteer().vintage,
    }
    return render(request, "territories/territory.html", context)


@require_safe
def territory_card(request: HttpRequest, code: str, digest: str) -> HttpResponse:
    """Serve the card of a territory, or that of the région.

    Raises:
        Http404: no such territory, or no site at this host.
    """
    found = territory(code)
    if found is None and code != WHOLE:
        raise Http404
    card = _card(found, request) if found else _region_card(request)
    if card is None:
        raise Http404
    return answer_card(card, digest)


def _card(found: Territory, request: HttpRequest) -> Card | None:
    view = ("territory_card", found.code)
    return map_card(request, found.title, found.kind, code=found.code, view=view)


def _region_card(request: HttpRequest) -> Card | None:
    return region_card(request, TITLE, ("territory_card", WHOLE))


def _data(found: Territory, sheet: TerritorySheet, request: HttpRequest) -> dict[str, Any]:
    data = territory_json_ld(found)
    if sheet.total:
        data["mainEntity"] = item_list(sheet.first, sheet.total, request)
    return data


def _way_to(found: Territory) -> list[Crumb]:
    """Return the index, then the département of an EPCI that lies in one alone."""
    way = [Crumb(TITLE, reverse("territories"))]
    if not found.is_departement and len(found.departements) == 1:
        above = territory(found.departements[0].code)
        way += [Crumb(above.title, above.address)] if above else []
    return way
