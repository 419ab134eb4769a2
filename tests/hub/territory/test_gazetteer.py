import pytest

from hub.territory.gazetteer import get_gazetteer


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Dijon", "21231"),
        ("Besançon", "25056"),
        ("Brognard", "25097"),
        ("Flagey", "25241"),
        ("Vesoul", "70550"),
        ("Montbéliard", "25388"),
        ("Dole", "39198"),
        ("Champagnole", "39097"),
        ("Belfort", "90010"),
        ("Chalon-sur-Saône", "71076"),
        ("Nevers", "58194"),
        ("Auxerre", "89024"),
    ],
)
def test_known_communes_have_their_code(gazetteer, name, code):
    assert gazetteer.commune(code).name == name
    assert gazetteer.search(name)[0].code == code


def test_brognard_has_its_postcode_and_epci(gazetteer):
    commune = gazetteer.commune("25097")
    assert commune.postcodes == ("25600",)
    assert commune.epci.label == "CA Pays de Montbéliard Agglomération"


def test_flagey_has_its_postcode_epci_departement_and_former_region(gazetteer):
    commune = gazetteer.commune("25241")
    assert commune.postcodes == ("25330",)
    assert commune.epci.name == "CC Loue-Lison"
    assert commune.departement.name == "Doubs"
    assert commune.departement.former_region == "Franche-Comté"


def test_a_commune_may_have_several_postcodes(gazetteer):
    assert gazetteer.commune("89024").postcodes == ("89000", "89290")


def test_a_postcode_may_have_several_communes(gazetteer):
    communes = gazetteer.with_postcode("25330")
    assert len(communes) == 16
    assert gazetteer.commune("25241") in communes


def test_an_epci_may_cross_departements(gazetteer):
    communes = gazetteer.in_epci("247000722")
    assert {commune.departement.code for commune in communes} == {"25", "70"}


def test_a_departement_lists_its_communes(gazetteer):
    assert len(gazetteer.in_departement("90")) == 101
    assert len(gazetteer.departements) == 8
    assert len(gazetteer.epcis) == 116


def test_a_former_region_lists_its_departements(gazetteer):
    names = [one.name for one in gazetteer.in_former_region("Franche-Comté")]
    assert names == ["Doubs", "Jura", "Haute-Saône", "Territoire de Belfort"]


def test_what_is_unknown_is_nothing(gazetteer):
    assert gazetteer.commune("99999") is None
    assert gazetteer.epci("") is None
    assert gazetteer.departement("75") is None
    assert gazetteer.with_postcode("75001") == ()
    assert gazetteer.in_epci("?") == ()
    assert gazetteer.in_departement("75") == ()
    assert gazetteer.in_former_region("Bretagne") == ()


def test_labels_are_printed_with_the_french_apostrophe(gazetteer):
    assert gazetteer.departement("21").label == "Côte-d’Or"
    assert gazetteer.commune("25315").label == "L’Isle-sur-le-Doubs (Doubs)"


def test_a_commune_that_absorbed_others_says_so(gazetteer):
    assert gazetteer.commune("39368").detail == "39400, anciennement La Mouille, Lézat, Morez"


def test_the_file_is_read_once():
    assert get_gazetteer() is get_gazetteer()
