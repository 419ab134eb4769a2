"""The suggestions of a text, as JSON: for anybody, without cookie, and never an error."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import condition, require_safe

from hub.content.freshness.validator import validator
from hub.content.memory import version_for
from search.page.forms import SearchForm
from search.query import MAX_CHARACTERS
from search.recalling import recall_for
from search.suggestions.shown import ShownGroup, shown_groups
from search.suggestions.suggesting import suggest


def _etag(request: HttpRequest) -> str | None:
    version = version_for(request)
    return validator(request, version) if version else None


@require_safe
@condition(etag_func=_etag)
def suggestions(request: HttpRequest) -> JsonResponse:
    """Answer `?q=` with groups of lines, within the filters of the other parameters.

    A text that is too long is refused (400): no form sends one.
    """
    if len(request.GET.get("q", "")) > MAX_CHARACTERS:
        problem = f"Tapez {MAX_CHARACTERS} caractères au plus."
        return JsonResponse({"problem": problem}, status=400)
    query = SearchForm(request.GET, recall_for(request)).query
    found = suggest(query, request)
    groups = shown_groups(request, found, query.words)
    answer = {
        "said": _said(groups, found.corrected),
        "groups": [asdict(group) for group in groups],
    }
    return JsonResponse(answer, headers={"Cache-Control": "public, no-cache"})


def _said(groups: list[ShownGroup], corrected: str) -> str:
    """Return what is announced to who does not see the list."""
    count = sum(len(group.lines) for group in groups)
    if not count:
        return "Aucune suggestion."
    counted = "1 suggestion" if count == 1 else f"{count} suggestions"
    return f"{counted} pour « {corrected} »." if corrected else f"{counted}."
