"""Vocabularies and terms at their addresses with a suffix: `/vocabulaires/theme.ttl`."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from rdflib import Graph

from initiatives.models import Scheme, Term
from initiatives.models.vocabulary import TermQuerySet
from initiatives.skos.graph import add_scheme, graph_of
from search.representations.fresh import fresh
from search.representations.offered import Offer

TURTLE, JSON_LD = "ttl", "jsonld"
MEDIA_TYPES = {TURTLE: "text/turtle", JSON_LD: "application/ld+json"}
LABELS = {TURTLE: "SKOS (Turtle)", JSON_LD: "SKOS (JSON-LD)"}
PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}


def skos_offers(path: str) -> list[Offer]:
    """Return the forms of a vocabulary, or of a term, of which the page has this path."""
    return [
        Offer(suffix, LABELS[suffix], media_type, f"{path.rstrip('/')}.{suffix}")
        for suffix, media_type in MEDIA_TYPES.items()
    ]


@require_safe
def vocabularies(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """Answer all vocabularies."""
    return fresh(request, lambda: _answer(request, Term.objects.all(), list(Scheme), suffix))


@require_safe
def vocabulary(request: HttpRequest, scheme: str, suffix: str) -> HttpResponseBase:
    """Answer a vocabulary with its terms; 404 if unknown."""
    if scheme not in Scheme.values:
        raise Http404("Ce vocabulaire n’existe pas.")
    terms = Term.objects.of(Scheme(scheme))
    return fresh(request, lambda: _answer(request, terms, [Scheme(scheme)], suffix))


@require_safe
def term(request: HttpRequest, scheme: str, slug: str, suffix: str) -> HttpResponseBase:
    """Answer a term with those below it; a former address leads to what took its place."""
    known = scheme in Scheme.values
    found = Term.objects.called(Scheme(scheme), slug) if known else None
    if found is None:
        raise Http404("Ce terme n’existe pas.")
    if (found.scheme, found.slug) != (scheme, slug):
        return HttpResponsePermanentRedirect(f"{found.get_absolute_url().rstrip('/')}.{suffix}")
    family = Term.objects.filter(pk=found.pk) | Term.objects.filter(parent=found)
    return fresh(request, lambda: _answer(request, family, [Scheme(found.scheme)], suffix))


def _answer(
    request: HttpRequest, terms: TermQuerySet, schemes: Sequence[Scheme], suffix: str
) -> HttpResponse:
    graph = graph_of(terms.select_related("parent"), request)
    for scheme in schemes:
        add_scheme(graph, scheme, request)
    media_type = f"{MEDIA_TYPES[suffix]}; charset=utf-8"
    return HttpResponse(_written(graph, suffix), content_type=media_type)


def _written(graph: Graph, suffix: str) -> str:
    if suffix == TURTLE:
        return graph.serialize(format="turtle")
    return graph.serialize(format="json-ld", context=PREFIXES)
