"""Vocabularies and terms as SKOS, read by rdflib."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pyld import jsonld
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from initiatives.models import Scheme, TermAlias
from tests.factories import TermFactory
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
FORMATS = {"ttl": ("turtle", "text/turtle"), "jsonld": ("json-ld", "application/ld+json")}
HERE = URIRef("http://localhost/vocabulaires/levier/")


@pytest.fixture
def terms(home):
    """A term of a vocabulary, and one below it."""
    above = TermFactory(
        scheme=Scheme.LEVER,
        slug="dialogue",
        name="Dialogue « social »",
        definition='Parler\navant "d’agir".',
        cross_references="https://example.org/a\nhttps://example.org/b",
        source="Carnet n° 1",
    )
    return above, TermFactory(scheme=Scheme.LEVER, slug="accord", parent=above, notation="A1")


def read(client, address):
    """Return the graph that an address gives."""
    response = client.get(address)
    assert response.status_code == 200, response.content
    kind, media_type = FORMATS[address.rpartition(".")[2]]
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    if kind == "json-ld":  # by another processor than the one that wrote it
        triples = jsonld.to_rdf(json.loads(response.content), {"format": "application/n-quads"})
        return Graph().parse(data=triples, format="nt")
    return Graph().parse(data=response.content, format=kind)


def name_of(term):
    return URIRef(f"urn:uuid:{term.uid}")


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_vocabulary_is_a_scheme_of_concepts(client, terms, suffix):
    above, below = terms
    graph = read(client, f"/vocabulaires/levier.{suffix}")
    assert (HERE, RDF.type, SKOS.ConceptScheme) in graph
    assert graph.value(HERE, SKOS.prefLabel) == Literal("Levier", "fr")
    assert (HERE, SKOS.hasTopConcept, name_of(above)) in graph
    assert (name_of(above), SKOS.topConceptOf, HERE) in graph
    assert (name_of(below), SKOS.broader, name_of(above)) in graph
    assert (name_of(above), SKOS.narrower, name_of(below)) in graph
    assert (name_of(below), SKOS.topConceptOf, HERE) not in graph
    assert graph.value(name_of(below), SKOS.notation) == Literal("A1")


def test_both_formats_say_the_same(client, terms):
    turtle, json_ld = (read(client, f"/vocabulaires.{suffix}") for suffix in FORMATS)
    assert set(turtle) == set(json_ld)
    assert len(list(turtle.subjects(RDF.type, SKOS.ConceptScheme))) == len(Scheme)


def test_a_term_says_what_it_means_and_what_is_near(client, terms):
    above, below = terms
    graph, here = read(client, "/vocabulaires/levier/dialogue.ttl"), name_of(above)
    assert graph.value(here, SKOS.prefLabel) == Literal("Dialogue « social »", "fr")
    assert graph.value(here, SKOS.definition) == Literal(above.definition, "fr")
    assert graph.value(here, DCTERMS.identifier) == Literal("dialogue")
    assert set(graph.objects(here, SKOS.closeMatch)) == {
        URIRef("https://example.org/a"),
        URIRef("https://example.org/b"),
    }
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {here, name_of(below)}


def test_a_renamed_term_keeps_its_name_among_data_and_its_former_address_leads_there(client, terms):
    above, _ = terms
    TermAlias.objects.create(term=above, scheme=Scheme.LEVER, slug="concertation")
    answer = client.get("/vocabulaires/levier/concertation.ttl")
    assert (answer.status_code, answer.headers["Location"]) == (
        301,
        "/vocabulaires/levier/dialogue.ttl",
    )


@pytest.mark.parametrize(
    "address", ["/vocabulaires/x.ttl", "/vocabulaires/levier/x.jsonld", "/vocabulaires/x/y.ttl"]
)
def test_what_does_not_exist_is_not_found(client, terms, address):
    assert client.get(address).status_code == 404


def test_the_pages_say_where_it_is(client, terms):
    for address in ("/vocabulaires/levier/", "/vocabulaires/levier/dialogue/"):
        markup = Markup(client.get(address).content.decode())
        for suffix, (_, media_type) in FORMATS.items():
            target = f"{address.rstrip('/')}.{suffix}"
            assert [one["href"] for one in markup.all("link", type=media_type)] == [target]
            assert markup.all("a", href=target)


def test_as_many_questions_for_many_terms_as_for_two(client, terms):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            read(client, "/vocabulaires/levier.ttl")
        return len(queries)

    asked()
    few = asked()
    TermFactory.create_batch(4, scheme=Scheme.LEVER, parent=terms[0])
    assert asked() == few
