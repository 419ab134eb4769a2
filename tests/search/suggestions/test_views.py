"""The suggestions as the browser gets them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from search.engines.contract import EngineDownError
from search.indexing.draining import drain
from tests.factories import InitiativePageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/recherche/suggestions"


def asked(client, words, **parameters):
    answer = client.get(ADDRESS, {"q": words, **parameters})
    assert answer.status_code == 200
    return answer.json()


def lines(answer, group):
    return next((one["lines"] for one in answer["groups"] if one["label"] == group), [])


def test_pages_are_named_with_their_type_and_address(client, memory_index):
    page = InitiativePageFactory(title="Égalité des salaires", commune_code="25056")
    drain()

    answer = asked(client, "egal")

    assert lines(answer, "Pages") == [
        {"label": page.title, "detail": "Initiative", "url": page.url, "query": ""}
    ]
    assert answer["said"] == "2 suggestions."


def test_a_place_keeps_the_words_before_it(client, memory_index):
    InitiativePageFactory(title="La semaine de 4 jours", commune_code="25056")
    drain()

    (place,) = lines(asked(client, "semaine doubs"), "Lieux")

    assert place == {
        "label": "Doubs",
        "detail": "Département, avec « semaine » : 1 résultat",
        "url": "",
        "query": "q=semaine&departement=25",
    }


def test_the_title_that_begins_so_comes_first_then_the_shortest(client, memory_index):
    for title in ("Un accord sur le temps long", "Temps partagé", "Mieux : temps choisi"):
        StandardPageFactory(title=title)
    drain()

    titles = [one["label"] for one in lines(asked(client, "temps"), "Pages")]

    assert titles == ["Temps partagé", "Mieux : temps choisi", "Un accord sur le temps long"]


def test_a_form_of_one_type_is_given_this_type(client, memory_index):
    InitiativePageFactory(title="Temps partagé")
    StandardPageFactory(title="Temps de travail")
    drain()

    answer = asked(client, "temps", type="initiative")

    assert [one["label"] for one in lines(answer, "Pages")] == ["Temps partagé"]


def test_a_late_index_shows_no_page_that_became_private(client, memory_index):
    page = StandardPageFactory(title="Zythologie")
    drain()
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert lines(asked(client, "zyth"), "Pages") == []


def test_the_number_of_queries_is_that_of_one_page(client, memory_index):
    def queries():
        drain()
        asked(client, "temps")  # what a process remembers is read
        with CaptureQueriesContext(connection) as captured:
            asked(client, "temps p")
        return len(captured)

    StandardPageFactory(title="Temps partagé")
    for_one = queries()
    for number in range(12):
        StandardPageFactory(title=f"Temps partagé {number}")

    assert queries() == for_one <= 12
    assert len(lines(asked(client, "temps p"), "Pages")) == 4


@pytest.mark.parametrize(
    "words", ["", "a", "\x00\x00", "\ud800é", "(((", '"', "* AND a:b", "semaine " * 37, "é" * 300]
)
def test_hostile_texts_are_answered(client, memory_index, words):
    StandardPageFactory(title="Temps partagé")
    drain()

    asked(client, words.encode("utf-8", "surrogatepass"), type=["x", "page"], page="10" * 30)


def test_a_text_that_is_too_long_is_refused(client, memory_index):
    answer = client.get(ADDRESS, {"q": "a" * 301})

    assert answer.status_code == 400
    assert answer.json() == {"problem": "Tapez 300 caractères au plus."}


def test_only_reading_is_allowed(client):
    assert client.post(ADDRESS, {"q": "temps"}).status_code == 405


def test_nothing_is_suggested_when_the_engine_is_down(client, memory_index, monkeypatch):
    def down(bodies):
        raise EngineDownError("gone")

    monkeypatch.setattr(memory_index, "msearch", down)

    assert asked(client, "temps") == {"said": "Aucune suggestion.", "groups": []}


def test_anybody_gets_the_same_answer_without_a_cookie(client, memory_index):
    answer = client.get(ADDRESS, {"q": "temps"})

    assert not answer.cookies
    assert answer["Cache-Control"] == "public, no-cache"
    assert "Cookie" not in answer.get("Vary", "")
