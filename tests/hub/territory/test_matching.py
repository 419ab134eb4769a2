import pytest


def labels(communes):
    return [commune.label for commune in communes]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("besancon", "Besançon (Doubs)"),
        ("BESANÇON", "Besançon (Doubs)"),
        ("chalon sur saone", "Chalon-sur-Saône (Saône-et-Loire)"),
        ("st claude", "Saint-Claude (Jura)"),
        ("ste suzanne", "Sainte-Suzanne (Doubs)"),
        ("creusot", "Le Creusot (Saône-et-Loire)"),
        ("isle sur le doubs", "L’Isle-sur-le-Doubs (Doubs)"),
        ("premiers sapins", "Les Premiers Sapins (Doubs)"),
        ("montbel", "Montbéliard (Doubs)"),
        ("bienne", "Hauts de Bienne (Jura)"),
        ("25330 flagey", "Flagey (Doubs)"),
        ("Flagey 25330", "Flagey (Doubs)"),
        ("chateau-chinon (ville)", "Château-Chinon (Ville) (Nièvre)"),
        ("25056", "Besançon (Doubs)"),
    ],
)
def test_the_first_answer_is_what_was_meant(gazetteer, typed, expected):
    assert gazetteer.search(typed)[0].label == expected


@pytest.mark.parametrize(
    ("old", "current"),
    [
        ("Morez", "Hauts de Bienne (Jura)"),
        ("Éternoz", "Éternoz-Vallée-du-Lison (Doubs)"),
        ("Montbenoît", "Pays-de-Montbenoît (Doubs)"),
        ("Hauterive-la-Fresse", "Pays-de-Montbenoît (Doubs)"),
        ("Choye", "Colombine (Haute-Saône)"),
        ("Courchaton", "Belles-Fontaines (Haute-Saône)"),
        ("Sainte-Agnès", "Val-Sonnette (Jura)"),
        ("Vaux-sur-Poligny", "Poligny (Jura)"),
        ("Ciel", "Verdun-Ciel (Saône-et-Loire)"),
        ("Le Gratteris", "Mamirolle (Doubs)"),
        ("Clux-Villeneuve", "Clux-Villeneuve (Saône-et-Loire)"),
    ],
)
def test_an_old_name_leads_to_the_current_commune(gazetteer, old, current):
    assert labels(gazetteer.named(old)) == [current]
    assert gazetteer.search(old)[0].label == current


def test_homonyms_are_told_apart_by_their_departement(gazetteer):
    assert labels(gazetteer.named("Saint-Agnan")) == [
        "Saint-Agnan (Saône-et-Loire)",
        "Saint-Agnan (Yonne)",
    ]
    assert labels(gazetteer.search("st agnan (89)")) == ["Saint-Agnan (Yonne)"]
    assert labels(gazetteer.search("st agnan (Saône-et-Loire")) == ["Saint-Agnan (Saône-et-Loire)"]


def test_an_exact_name_comes_before_longer_and_bigger_ones(gazetteer):
    assert labels(gazetteer.search("flagey", 2)) == [
        "Flagey (Doubs)",
        "Flagey-Echézeaux (Côte-d’Or)",
    ]


def test_beginnings_come_before_inner_words_and_big_communes_first(gazetteer):
    found = gazetteer.search("saint", 3000)
    starting = [one for one in found if one.name.startswith(("Saint", "Le Saint"))]
    assert found[: len(starting)] == starting
    populations = [one.population for one in starting]
    assert populations == sorted(populations, reverse=True)


def test_a_full_postcode_lists_all_its_communes(gazetteer):
    found = gazetteer.search("25330", 100)
    assert len(found) == 17
    assert {one.code for one in gazetteer.with_postcode("25330")} < {one.code for one in found}


def test_the_start_of_a_postcode_is_enough(gazetteer):
    assert gazetteer.commune("25241") in gazetteer.search("2533", 100)


def test_the_article_matters_only_when_both_exist(gazetteer):
    assert labels(gazetteer.named("Chaux (25)")) == ["La Chaux (Doubs)"]
    assert labels(gazetteer.named("Chaux")) == [
        "Chaux (Côte-d’Or)",
        "Chaux (Territoire de Belfort)",
    ]


def test_each_commune_is_answered_once(gazetteer):
    codes = [one.code for one in gazetteer.search("e", 5000)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("typed", ["", "   ", "(25)", "…", "Flagey (Ain)", "\x00", "é" * 10_000])
def test_nothing_is_found_where_nothing_is_meant(gazetteer, typed):
    assert gazetteer.search(typed) == []
    assert gazetteer.named(typed) == ()


@pytest.mark.parametrize("limit", [0, -1])
def test_no_answer_is_given_when_none_is_wanted(gazetteer, limit):
    assert gazetteer.search("dijon", limit) == []


def test_every_label_leads_back_to_its_commune(gazetteer):
    lost = [one.label for one in gazetteer.communes if gazetteer.named(one.label) != (one,)]
    assert lost == []
