"""Vocabularies as a graph of concepts (SKOS, https://www.w3.org/TR/skos-reference/)."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, SKOS

from hub.content import licence
from hub.content.addresses import public_url
from hub.content.surroundings import surroundings
from initiatives.models import Scheme, Term

LANGUAGE = "fr"


def graph_of(terms: Iterable[Term], request: HttpRequest) -> Graph:
    """Return terms and the vocabularies that they are of; `parent` is read with them."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in (("skos", SKOS), ("dcterms", DCTERMS), ("foaf", FOAF)):
        graph.bind(prefix, namespace)
    for term in terms:
        _add_term(graph, term, request)
    return graph


def add_scheme(graph: Graph, scheme: Scheme, request: HttpRequest) -> None:
    """Say what a vocabulary is, and who gives it under which licence."""
    here = scheme_uri(scheme, request)
    publisher = surroundings(request).identity.publisher
    graph.add((here, RDF.type, SKOS.ConceptScheme))
    graph.add((here, SKOS.prefLabel, Literal(scheme.label, LANGUAGE)))
    graph.add((here, DCTERMS.title, Literal(scheme.label, LANGUAGE)))
    graph.add((here, DCTERMS.publisher, Literal(publisher, LANGUAGE)))
    graph.add((here, DCTERMS.license, URIRef(licence.ADDRESS)))


def scheme_uri(scheme: Scheme, request: HttpRequest) -> URIRef:
    """Return the name of a vocabulary: the address of its page."""
    return URIRef(public_url(reverse("vocabulary", args=[scheme.value]), request))


def term_uri(term: Term) -> URIRef:
    """Return the name of a term: its identifier, which stays when it is renamed or moved."""
    return URIRef(f"urn:uuid:{term.uid}")


def _add_term(graph: Graph, term: Term, request: HttpRequest) -> None:
    here, scheme = term_uri(term), scheme_uri(Scheme(term.scheme), request)
    graph.add((here, RDF.type, SKOS.Concept))
    graph.add((here, SKOS.inScheme, scheme))
    graph.add((here, SKOS.prefLabel, Literal(term.name, LANGUAGE)))
    graph.add((here, SKOS.notation, Literal(term.notation or term.slug)))
    graph.add((here, DCTERMS.identifier, Literal(term.slug)))
    graph.add((here, FOAF.page, URIRef(public_url(term.get_absolute_url(), request))))
    if term.definition:
        graph.add((here, SKOS.definition, Literal(term.definition, LANGUAGE)))
    if term.source:
        graph.add((here, DCTERMS.source, Literal(term.source, LANGUAGE)))
    for address in term.cross_references.split():
        # Editors say that a term of another grid is equivalent, not that it is the very same.
        graph.add((here, SKOS.closeMatch, URIRef(address)))
    if term.parent:
        graph.add((here, SKOS.broader, term_uri(term.parent)))
        graph.add((term_uri(term.parent), SKOS.narrower, here))
    else:
        graph.add((here, SKOS.topConceptOf, scheme))
        graph.add((scheme, SKOS.hasTopConcept, here))
