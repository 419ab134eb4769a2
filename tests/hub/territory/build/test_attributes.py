from hub.territory.build.attributes import commune_rows, departement_rows, epci_rows
from hub.territory.build.sources import EtalabPackage


def test_a_commune_row_has_its_aliases_sorted_and_without_its_own_name(etalab_archive):
    rows = commune_rows(EtalabPackage(etalab_archive))
    assert rows == [
        ["25241", "Flagey", ["25330"], "25", "200068070", 129, ["Ancien Flagey", "Le Gratteris"]]
    ]


def test_only_epci_with_a_member_in_the_region_are_kept(etalab_archive):
    assert epci_rows(EtalabPackage(etalab_archive), {"25241"}) == [["200068070", "CC Loue-Lison"]]


def test_a_departement_row_names_the_former_region(etalab_archive):
    rows = departement_rows(EtalabPackage(etalab_archive))
    assert rows == [["25", "Doubs", "Franche-Comté"]]
