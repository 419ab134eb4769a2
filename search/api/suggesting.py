"""Suggestions while somebody types, as data."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.addresses import public_url
from hub.content.api.problems import ProblemJson
from hub.content.api.replies import reply
from search.cleaning import clean
from search.query import MAX_CHARACTERS, SearchQuery
from search.suggestions.shown import shown_groups
from search.suggestions.suggesting import suggest

router = Router(tags=["recherche"])


class SuggestionJson(TypedDict):
    """Suggestion : une page (`url`) ou une recherche (`query`)."""

    label: Annotated[str, Field(description="Ce qui est proposé.")]
    detail: Annotated[str, Field(description="Ce que c’est, et combien de résultats.")]
    url: Annotated[str | None, Field(description="Adresse d’une page.")]
    query: Annotated[
        str | None, Field(description="Paramètres d’une recherche, pour `/api/v1/recherche`.")
    ]


class GroupJson(TypedDict):
    """Suggestions d’une sorte."""

    label: Annotated[str, Field(description="Nom du groupe.", examples=["Pages"])]
    items: Annotated[list[SuggestionJson], Field(description="Suggestions.")]


class SuggestionsJson(TypedDict):
    """Suggestions pour un début de recherche."""

    corrected: Annotated[
        str, Field(description="Texte pour lequel on suggère, s’il a été corrigé ; sinon vide.")
    ]
    groups: Annotated[list[GroupJson], Field(description="Groupes qui ont des suggestions.")]


@router.get(
    "/suggestions",
    response={200: SuggestionsJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="suggest",
    summary="Compléter un début de recherche",
)
def suggestions(
    request: HttpRequest,
    q: str = Query("", max_length=MAX_CHARACTERS, description="Ce qui est tapé."),
) -> HttpResponse:
    """Give pages, filters, places and searches that begin so."""
    words = clean(q, MAX_CHARACTERS)
    found = suggest(SearchQuery(words=words), request)
    groups: list[GroupJson] = [
        {
            "label": group.label,
            "items": [
                {
                    "label": line.label,
                    "detail": line.detail,
                    "url": public_url(line.url, request) if line.url else None,
                    "query": line.query or None,
                }
                for line in group.lines
            ],
        }
        for group in shown_groups(request, found, words)
    ]
    return reply({"corrected": found.corrected, "groups": groups})
