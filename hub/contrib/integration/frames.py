"""What stands in the frame of another site: a list of initiatives, a page.

No cookie, no session, nothing to send: the same for everybody, kept and asked again as our pages.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from hub.content.addresses import public_url
from hub.contrib.integration.embedding import PRESET, list_parameters
from hub.contrib.integration.framed import framed_page, place_of
from hub.contrib.integration.kinds import models_by_kind
from hub.contrib.integration.leaving import way_out
from hub.security import framed_anywhere
from initiatives.models import InitiativeIndexPage
from search.page.answers import Answer
from search.page.forms import SearchForm
from search.recalling import recall_for

LIST, PAGE, GONE = (f"hub_integration/{name}.html" for name in ("list", "page", "gone"))


@framed_anywhere
@require_safe
def initiatives(request: HttpRequest) -> HttpResponseBase:
    """Show a page of a list of initiatives; its parameters are those of the list."""
    answer = Answer(SearchForm(request.GET, recall_for(request), PRESET), request)
    index = InitiativeIndexPage.objects.visible().order_by("path").first()
    path = index.get_url(request) if index else reverse("search")
    whole = answer.query.at_page(1)
    asked = list_parameters(whole) if index else f"?{whole.to_query_string()}"
    context = {
        "search": answer,
        "title": index.title if index else "Initiatives",
        "list_address": public_url(path + asked, request),
        "way_out": way_out(public_url(path + asked, request), request),
        "rows": [
            (card, place_of(card), way_out(card.page.get_full_url(request), request))
            for card in answer.cards
        ],
    }
    response = TemplateResponse(request, LIST, context)
    if answer.is_degraded:
        response.headers["Cache-Control"] = "no-store"
    return response


@framed_anywhere
@require_safe
def page(request: HttpRequest, kind: str, uid: UUID) -> HttpResponseBase:
    """Show a page as a card; one that the public may not see is as one that never was."""
    model = models_by_kind().get(kind)
    found = model.objects.visible().for_cards().filter(uid=uid).first() if model else None
    if found is None:
        home = way_out(public_url("/", request), request)
        return TemplateResponse(request, GONE, {"way_out": home}, status=404)
    address = found.get_full_url(request)
    context = {
        "framed": framed_page(found, kind),
        "address": address,
        "way_out": way_out(address, request),
    }
    return TemplateResponse(request, PAGE, context)


@require_safe
def leave(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """Lead to a path of the site that people read."""
    asked = request.META.get("QUERY_STRING", "")
    address = public_url(f"/{path.lstrip('/')}", request)
    return HttpResponseRedirect(f"{address}?{asked}" if asked else address)
