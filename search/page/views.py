"""The page of results, or the part of it that a change replaces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from search.curation.counting import count_search
from search.curation.promotions import promoted_for
from search.page.answers import Answer
from search.page.forms import SearchForm
from search.query import Filters
from search.recalling import recall_for
from search.representations.lists import SearchList, lists

PAGE, FRAGMENT = "search/page.html", "search/_fragment.html"
TITLE = "Recherche"
DESCRIPTION = (
    "Chercher dans tout le site : initiatives, témoignages, vidéos, événements, publications."
)


@lists(SearchList(TITLE))
@require_safe
def search_page(request: HttpRequest) -> HttpResponseBase:
    """Show what answers the parameters, among pages of all types."""
    context = {
        "title": TITLE,
        "description": DESCRIPTION,
        "json_ld": {"@context": "https://schema.org", "@type": "CollectionPage", "name": TITLE},
        **search_context(request),
    }
    template = FRAGMENT if asks_for_a_fragment(request) else PAGE
    return with_headers(request, TemplateResponse(request, template, context))


def search_context(
    request: HttpRequest,
    preset: Filters = (),
    presentations: Iterable[tuple[str, str]] = (),
    *,
    folds_filters: bool = False,
    browsed: str = "",
) -> dict[str, Any]:
    """Return what the templates read; `preset` are filters that the address stands for.

    The rest is that of `Answer`. Where the list is browsed, its `listing` is left to it.
    """
    form = SearchForm(request.GET, recall_for(request), preset)
    answer = Answer(form, request, presentations, folds_filters=folds_filters, browsed=browsed)
    count_search(request, answer.results, is_alone=not answer.chips)
    has_results = not (answer.is_degraded or answer.browsed)
    return {
        "search": answer,
        "promoted": promoted_for(request, answer.query.words) if answer.query.page == 1 else [],
        "narrowing": answer.narrowing,
        "listing": answer.listing if has_results else None,
    }


def asks_for_a_fragment(request: HttpRequest) -> bool:
    """Tell whether a page that is open asks for its new results alone."""
    return request.headers.get("HX-Request") == "true"


def with_headers(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Add where the browser is now, and for how long the answer holds."""
    if not isinstance(response, TemplateResponse):
        return response
    answer: Answer = (response.context_data or {})["search"]
    patch_vary_headers(response, ["HX-Request"])
    if asks_for_a_fragment(request):
        here = request.headers.get("HX-Current-URL", "")
        is_here = here == request.build_absolute_uri(answer.address)
        response.headers["HX-Push-Url"] = "false" if is_here else answer.address
    if answer.is_degraded:
        response.headers["Cache-Control"] = "no-store"
    return response
