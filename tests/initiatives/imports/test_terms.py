import pytest
from django.core.exceptions import ValidationError

from initiatives.imports.terms import code_of, read_evidence, read_term, read_terms
from initiatives.models import Scheme


@pytest.mark.parametrize("cell", ["association", "ASSOCIATION", "Association", " association "])
def test_a_term_is_read_by_code_or_label(terms, cell):
    assert read_term(Scheme.LEGAL_STATUS)(cell, terms).slug == "association"


@pytest.mark.parametrize(
    ("scheme", "cell", "slug"),
    [
        (Scheme.SECTOR, "C", "c"),
        (Scheme.SECTOR, "industrie manufacturiere", "c"),
        (Scheme.HEADCOUNT, "NN", "nn"),
        (Scheme.HEADCOUNT, "01", "01"),
        (Scheme.HEADCOUNT, "1", "01"),
        (Scheme.HEADCOUNT, "10 à 49", "10-49"),
        (Scheme.MATURITY, "Déployée", "deployee"),
    ],
)
def test_codes_of_insee_labels_and_spreadsheet_numbers_are_understood(terms, scheme, cell, slug):
    assert read_term(scheme)(cell, terms).slug == slug


def test_an_empty_cell_is_no_term(terms):
    assert read_term(Scheme.SECTOR)("  ", terms) is None


def test_an_unknown_term_is_refused_with_the_nearest_ones(terms):
    with pytest.raises(ValidationError) as refused:
        read_term(Scheme.LEGAL_STATUS)("asociation", terms)
    message = refused.value.messages[0]
    assert "«\u00a0Statut juridique\u00a0»" in message
    assert "«\u00a0association\u00a0»" in message


def test_a_term_of_another_vocabulary_is_unknown(terms):
    with pytest.raises(ValidationError):
        read_terms(Scheme.CENTRED_ON)("organisation", terms)


def test_the_same_code_in_two_vocabularies_is_two_terms(terms):
    (linked,) = read_terms(Scheme.LINKED_TO)("organisation", terms)
    (lever,) = read_terms(Scheme.LEVER)("organisation", terms)
    assert linked != lever


def test_a_list_keeps_its_order_and_each_term_once(terms):
    found = read_terms(Scheme.CENTRED_ON)("territoire|Individu|territoire", terms)
    assert [term.slug for term in found] == ["territoire", "individu"]


def test_evidence_is_read_term_by_term(terms):
    cell = r"entreprise: Toute l’équipe : sans exception.|Territoire : Le bourg \| le plateau."
    found = read_evidence(Scheme.CENTRED_ON)(cell, terms)
    assert {term.slug: sentence for term, sentence in found.items()} == {
        "entreprise": "Toute l’équipe : sans exception.",
        "territoire": "Le bourg | le plateau.",
    }


@pytest.mark.parametrize(
    "cell", ["Une phrase sans code.", "lune: Une phrase.", f"individu: {'a' * 401}"]
)
def test_evidence_of_no_term_or_too_long_is_refused(terms, cell):
    with pytest.raises(ValidationError):
        read_evidence(Scheme.CENTRED_ON)(cell, terms)


def test_sectors_and_headcounts_are_written_as_insee_writes_them(terms):
    assert code_of(terms.find(Scheme.SECTOR, "c")) == "C"
    assert code_of(terms.find(Scheme.HEADCOUNT, "nn")) == "NN"
    assert code_of(terms.find(Scheme.LEGAL_STATUS, "sarl")) == "sarl"
