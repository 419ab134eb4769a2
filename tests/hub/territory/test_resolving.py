import pytest
from django.core.exceptions import ValidationError

from hub.territory.resolving import (
    resolve_cell,
    resolve_typed,
    resolve_typed_or_none,
    validate_commune_code,
)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("25241", "25241"),
        (" Flagey ", "25241"),
        ("flagey (doubs)", "25241"),
        ("Flagey (25)", "25241"),
        ("25330 Flagey", "25241"),
        ("Flagey 25330", "25241"),
        ("St Agnan (89)", "89332"),
        ("Morez", "39368"),
    ],
)
def test_a_cell_names_one_commune(cell, code):
    assert resolve_cell(cell).code == code


def test_a_bare_number_in_a_cell_is_an_insee_code_before_a_postcode():
    assert resolve_cell("39300").name == "Lons-le-Saunier"


def test_a_bare_number_that_a_person_types_may_be_either():
    with pytest.raises(ValidationError) as refusal:
        resolve_typed("39300")
    assert refusal.value.code == "ambiguous_commune"
    assert "Champagnole (Jura)" in refusal.value.message
    assert "Lons-le-Saunier (Jura)" in refusal.value.message


def test_a_postcode_of_one_commune_is_enough():
    assert resolve_cell("90000").name == "Belfort"


def test_an_ambiguous_name_lists_its_candidates():
    with pytest.raises(ValidationError) as refusal:
        resolve_cell("Saint-Agnan")
    assert refusal.value.message == (
        "«\u00a0Saint-Agnan\u00a0» désigne plusieurs communes\u00a0: "
        "Saint-Agnan (Saône-et-Loire), Saint-Agnan (Yonne). Précisez le nom et le département."
    )


def test_an_unknown_name_suggests_what_begins_alike():
    with pytest.raises(ValidationError) as refusal:
        resolve_cell("Besanç")
    assert refusal.value.code == "unknown_commune"
    assert refusal.value.message == (
        "Commune inconnue en Bourgogne-Franche-Comté\u00a0: «\u00a0Besanç\u00a0». "
        "Vouliez-vous dire\u00a0: Besançon (Doubs)\u00a0?"
    )


@pytest.mark.parametrize("cell", ["Paris", "99999", "25330 Besançon", "?", "", "x" * 5000])
def test_what_is_no_commune_of_the_region_is_refused_shortly(cell):
    with pytest.raises(ValidationError) as refusal:
        resolve_cell(cell)
    assert refusal.value.code == "unknown_commune"
    assert len(refusal.value.message) < 200


def test_the_lenient_form_answers_nothing_instead_of_raising():
    assert resolve_typed_or_none("Flagey").code == "25241"
    assert resolve_typed_or_none("Saint-Agnan") is None
    assert resolve_typed_or_none("") is None


def test_an_unknown_code_is_refused_and_no_code_is_accepted():
    validate_commune_code("")
    validate_commune_code("25241")
    with pytest.raises(ValidationError, match=r"75056.+ n’est pas"):
        validate_commune_code("75056")
