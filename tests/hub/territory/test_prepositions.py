"""The words before a place."""

import pytest

from hub.territory.gazetteer import get_gazetteer
from hub.territory.prepositions import (
    of_commune,
    words_of_departement,
    words_of_epci,
)


def test_every_departement_has_its_words():
    said = {one.code: words_of_departement(one) for one in get_gazetteer().departements}
    assert {one.inside for one in said.values()} == {
        "en Côte-d’Or",
        "dans le Doubs",
        "dans le Jura",
        "dans la Nièvre",
        "en Haute-Saône",
        "en Saône-et-Loire",
        "dans l’Yonne",
        "dans le Territoire de Belfort",
    }
    assert all(one.title in one.of for one in said.values())


@pytest.mark.parametrize(
    ("code", "title", "inside"),
    [
        ("200068070", "Communauté de communes Loue-Lison", "dans la communauté de communes"),
        ("200010650", "Communauté d’agglomération du Grand Dole", "dans la communauté d’agglo"),
        ("242500361", "Communauté urbaine Grand Besançon Métropole", "dans la communauté urbaine"),
        ("242100410", "Dijon Métropole", "à Dijon Métropole"),
    ],
)
def test_an_epci_is_called_by_its_legal_form_in_full(code, title, inside):
    words = words_of_epci(get_gazetteer().epci(code))
    assert words.title == title
    assert words.inside.startswith(inside)


def test_no_name_keeps_an_abbreviation_or_two_spaces():
    for epci in get_gazetteer().epcis:
        title = words_of_epci(epci).title
        assert not title.startswith(("CC ", "CA ", "CU ")), title
        assert "  " not in title


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Dole", "de Dole"),
        ("Autun", "d’Autun"),
        ("Héricourt", "d’Héricourt"),
        ("Le Creusot", "du Creusot"),
        ("Les Rousses", "des Rousses"),
        ("La Charité-sur-Loire", "de La Charité-sur-Loire"),
        ("L'Isle-sur-le-Doubs", "de L’Isle-sur-le-Doubs"),
    ],
)
def test_the_article_of_a_commune_is_contracted(name, of):
    (commune,) = (one for one in get_gazetteer().communes if one.name == name)
    assert of_commune(commune) == of
