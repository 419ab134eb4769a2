from itertools import islice

from bench.french import ONE, SEVERAL, WORDS, fiches
from hub.territory.gazetteer import get_gazetteer
from search.analysis import tokenise

FACETS = {"theme", "etiquette", "departement", "epci", "economie", "annee", "laureat"}


def test_a_corpus_is_the_beginning_of_a_larger_one():
    assert list(fiches(3)) == list(islice(fiches(1000), 3))
    assert list(fiches(3, seed=1)) != list(fiches(3))


def test_fiches_have_the_words_the_values_and_the_place_of_a_fiche():
    made = list(fiches(60))
    assert len({fiche["uid"] for fiche in made}) == 60
    assert 0.9 * WORDS < sum(len(tokenise(fiche["text"])) for fiche in made) / 60 < 1.2 * WORDS
    communes = {(place.point.latitude, place.point.longitude) for place in get_gazetteer().communes}
    for fiche in made:
        assert fiche["title"]
        assert {*FACETS, *ONE, *SEVERAL} <= set(fiche["values"])
        assert all(len(set(values)) == len(values) for values in fiche["values"].values())
        assert fiche["point"] in communes
        assert str(fiche["date"].year) in fiche["values"]["annee"]
