"""The vocabularies and their terms, under stable identifiers."""

from __future__ import annotations

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.context import ApiContext
from hub.content.api.problems import ProblemJson
from hub.content.api.replies import reply
from hub.content.api.schemas import Address, CodedValue, Id, Path
from initiatives.api.terms import term_json
from initiatives.models import Scheme, Term

router = Router(tags=["vocabulaires"])


class SchemeJson(TypedDict):
    """Vocabulaire ; son code est aussi un paramètre de la recherche, sauf `type-evenement`."""

    code: Annotated[str, Field(description="Code stable.", examples=["theme"])]
    label: Annotated[str, Field(description="Nom.")]
    path: Path
    url: Address


class TermJson(TypedDict):
    """Terme d’un vocabulaire."""

    id: Id
    code: Annotated[str, Field(description="Code stable.", examples=["temps-de-travail"])]
    label: Annotated[str, Field(description="Libellé.")]
    definition: Annotated[str, Field(description="Ce qu’il veut dire ici.")]
    parent: Annotated[CodedValue | None, Field(description="Terme au-dessus.")]
    notation: Annotated[str, Field(description="Code dans la nomenclature d’origine.")]
    source: Annotated[str, Field(description="Nomenclature d’origine.")]
    cross_references: Annotated[
        list[str], Field(description="Adresses de termes équivalents d’autres grilles.")
    ]
    path: Path
    url: Address


class SchemesJson(TypedDict):
    """Tous les vocabulaires."""

    items: list[SchemeJson]


class SchemeTermsJson(SchemeJson):
    """Vocabulaire et ses termes, dans leur ordre."""

    terms: list[TermJson]


@router.get(
    "/vocabulaires",
    response={200: SchemesJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="list_vocabulaires",
    summary="Les vocabulaires",
)
def vocabularies(request: HttpRequest) -> HttpResponse:
    """Give all vocabularies."""
    ctx = ApiContext(request)
    return reply({"items": [_scheme(one, ctx) for one in Scheme]})


@router.get(
    "/vocabulaires/{slug:code}",
    response={200: SchemeTermsJson, 404: ProblemJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="get_vocabulaires",
    summary="Un vocabulaire et ses termes",
)
def vocabulary(request: HttpRequest, code: str) -> HttpResponse:
    """Give a vocabulary with its terms."""
    if code not in Scheme.values:
        raise Http404
    ctx = ApiContext(request)
    terms = Term.objects.of(Scheme(code)).select_related("parent")
    body: SchemeTermsJson = {
        **_scheme(Scheme(code), ctx),
        "terms": [_term(one, ctx) for one in terms],
    }
    return reply(body)


def _scheme(scheme: Scheme, ctx: ApiContext) -> SchemeJson:
    path = reverse("vocabulary", args=[scheme.value])
    return {"code": scheme.value, "label": scheme.label, "path": path, "url": ctx.public(path)}


def _term(term: Term, ctx: ApiContext) -> TermJson:
    path = term.get_absolute_url()
    return {
        "id": str(term.uid),
        "code": term.slug,
        "label": term.name,
        "definition": term.definition,
        "parent": term_json(term.parent),
        "notation": term.notation,
        "source": term.source,
        "cross_references": term.cross_references.split(),
        "path": path,
        "url": ctx.public(path),
    }
