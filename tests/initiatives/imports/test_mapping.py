import pytest
from hypothesis import given, strategies as st

from initiatives.imports.columns import COLUMNS
from initiatives.imports.mapping import Layout, RowRefusedError
from initiatives.imports.report import ImportFileError
from initiatives.imports.source import Row

GOOD = {
    "cle": "les-delices-bleus",
    "titre": "Les Délices Bleus",
    "titre_cite": "la recette d’une organisation partagée",
    "resume": "Un restaurant.",
    "structure": "Les Délices Bleus",
    "siret": "732 829 320 00074",
    "statut": "scop",
    "economie": "ess",
    "labels": "esus|EA ou ESAT",
    "activite": "Restauration",
    "secteur": "I",
    "effectif": "15",
    "effectif_annee": "2022",
    "tranche": "11",
    "centree_sur": "individu",
    "centree_sur_pourquoi": "individu: Parce que.",
    "en_lien_avec": "organisation",
    "themes": "insertion",
    "publics": "jeunes",
    "leviers": "lieu",
    "etiquettes": "autisme|cuisine",
    "annee": "2022",
    "maturite": "deployee",
    "nature": "Organisation",
    "besoin": "Un emploi.",
    "commune": "Dijon",
    "adresse": "3 rue Exemple",
    "latitude": "47,32",
    "longitude": "5,04",
    "precision": "adresse",
    "site_web": "https://www.example.org/",
    "reperee_par": "Aract",
    "section_besoin": "Un texte.",
    "verifiee_le": "2024-05-01",
    "fictive": "oui",
}
BAD = {
    "cle": "",
    "titre": " ",
    "titre_cite": "a" * 161,
    "resume": "a" * 401,
    "structure": "a" * 201,
    "siret": "123",
    "statut": "sociétaire",
    "economie": "planifiée",
    "labels": "bio",
    "activite": "a" * 161,
    "secteur": "Z",
    "effectif": "beaucoup",
    "effectif_annee": "1200",
    "tranche": "99",
    "centree_sur": "lune",
    "centree_sur_pourquoi": "Parce que.",
    "en_lien_avec": "individu",
    "themes": "sieste",
    "publics": "chats",
    "leviers": "grue",
    "etiquettes": "a" * 101,
    "annee": "1812",
    "maturite": "mûre",
    "nature": "verte",
    "besoin": "a" * 401,
    "commune": "Atlantis",
    "adresse": "a" * 256,
    "latitude": "999",
    "longitude": "NaN",
    "precision": "vague",
    "site_web": "example",
    "reperee_par": "a" * 201,
    "section_besoin": "a\x0b",
    "verifiee_le": "2999-01-01",
    "fictive": "peut-être",
}


def map_cells(terms, **cells):
    return Layout(cells).map_row(Row(2, list(cells.values())), terms)


def test_a_good_row_is_read_cell_by_cell(terms):
    mapped = map_cells(terms, **GOOD)
    assert mapped.key == "les-delices-bleus"
    assert mapped.values.keys() == GOOD.keys()
    assert mapped.values["siret"] == "73282932000074"
    assert mapped.values["labels"] == {"esus", "ea-esat"}
    assert mapped.values["commune"] == "21231"
    assert (mapped.values["latitude"], mapped.values["longitude"]) == (47.32, 5.04)
    assert mapped.values["nature"] == "organisation"
    assert mapped.values["fictive"] is True


@pytest.mark.parametrize("column", GOOD)
def test_a_bad_cell_is_refused_with_its_line_its_column_and_its_text(terms, column):
    with pytest.raises(RowRefusedError) as refused:
        map_cells(terms, **{**GOOD, column: BAD[column]})
    (problem,) = refused.value.problems
    assert (problem.line, problem.column, problem.value) == (2, column, BAD[column])
    assert f"colonne «\u00a0{column}\u00a0»" in str(problem)


def test_all_the_bad_cells_of_a_row_are_told_at_once(terms):
    with pytest.raises(RowRefusedError) as refused:
        map_cells(terms, **BAD)
    assert {problem.column for problem in refused.value.problems} == set(BAD)


def test_an_unknown_commune_comes_with_candidates(terms):
    with pytest.raises(RowRefusedError) as refused:
        map_cells(terms, cle="un", commune="Besanson")
    assert "Commune inconnue" in refused.value.problems[0].message
    with pytest.raises(RowRefusedError) as refused:
        map_cells(terms, cle="un", commune="Arcey")
    assert "plusieurs communes" in refused.value.problems[0].message


def test_an_absent_column_is_absent_from_the_values(terms):
    assert map_cells(terms, cle="un").values == {"cle": "un"}


def test_a_label_column_is_read_where_the_code_is_empty_or_absent(terms):
    assert (
        map_cells(terms, cle="un", statut="", statut_libelle="SCOP").values["statut"].slug == "scop"
    )
    assert map_cells(terms, cle="un", secteur_libelle="Construction").values["secteur"].slug == "f"
    both = map_cells(terms, cle="un", statut="scic", statut_libelle="SCOP")
    assert both.values["statut"].slug == "scic"


def test_the_columns_that_exports_add_are_ignored(terms):
    derived = {
        column.name: "quoi que ce soit"
        for column in COLUMNS
        if not column.read and not column.label_of
    }
    assert map_cells(terms, cle="un", **derived).values == {"cle": "un"}


def test_the_apostrophe_that_an_export_adds_is_taken_away(terms):
    assert map_cells(terms, cle="un", titre="'=1+1").values["titre"] == "=1+1"
    assert map_cells(terms, cle="un", titre="'Hui").values["titre"] == "'Hui"


@pytest.mark.parametrize("name", ["Clé", "CLE", " cle ", "clé"])
def test_the_names_of_columns_are_read_without_accents_nor_case(name):
    assert Layout([name]).names == ("cle",)


def test_a_name_of_several_words_may_have_spaces():
    assert Layout(["cle", "Centrée sur"]).names == ("cle", "centree_sur")


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (["cle", "titres"], "Vouliez-vous dire\u00a0: «\u00a0titre\u00a0»"),
        (["cle", "zzz"], "«\u00a0zzz\u00a0» est inconnue."),
        (["titre"], "«\u00a0cle\u00a0» manque"),
        (["cle", "titre", "Titre"], "plusieurs fois"),
        (["cle", "", "titre"], "La colonne 2 n’a pas de nom."),
    ],
)
def test_a_header_that_cannot_be_read_is_refused(header, said):
    with pytest.raises(ImportFileError, match=said.replace("?", r"\?")):
        Layout(header)


def test_empty_columns_at_the_end_are_forgiven(terms):
    layout = Layout(["cle", "titre", "", ""])
    assert layout.map_row(Row(2, ["un", "Un", "", ""]), terms).key == "un"


@pytest.mark.parametrize("cells", [["un"], ["un", "Un", "trop"]])
def test_a_row_too_short_or_too_long_is_refused_with_its_key(terms, cells):
    with pytest.raises(RowRefusedError) as refused:
        Layout(["cle", "titre"]).map_row(Row(7, cells), terms)
    (problem,) = refused.value.problems
    assert (problem.line, problem.key) == (7, "un")
    assert f"{len(cells)} cellules au lieu de 2" in problem.message


def problems_of(terms, row):
    try:
        Layout(GOOD).map_row(row, terms)
    except RowRefusedError as refused:
        return refused.problems
    return []


@given(st.lists(st.text(), min_size=len(GOOD), max_size=len(GOOD)))
def test_any_row_is_read_or_refused_in_words(terms, cells):
    assert all(problem.message for problem in problems_of(terms, Row(2, cells)))
