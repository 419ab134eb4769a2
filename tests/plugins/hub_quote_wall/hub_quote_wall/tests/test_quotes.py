"""What the plugin does for those who read and write quotations."""

import pytest

from hub_quote_wall.models import Quote, QuoteWallPage
from search.indexing.building import build
from search.indexing.draining import drain
from search.indexing.rebuilding import rebuild
from search.models import DocumentState
from search.query import SearchQuery, canonical_filters
from search.searching import search

pytestmark = pytest.mark.django_db


def test_the_last_quotations_are_at_the_end_of_the_home_page(client, home):
    for number in range(5):
        Quote.objects.create(words=f"Parole {number}")
    html = client.get(home.url).content.decode()
    assert "Parole 4" in html.replace("\u00a0", " ")
    assert "Parole 1" not in html.replace("\u00a0", " ")
    assert "Paroles recueillies par Rally’nov." in html


def test_a_wall_stands_under_the_home_page_and_shows_all_quotations(client, home):
    Quote.objects.create(words="On a gardé.", author="Un menuisier")
    assert QuoteWallPage.can_create_at(home)
    wall = home.add_child(instance=QuoteWallPage(title="Entendu", slug="entendu"))
    html = client.get(wall.url).content.decode()
    assert "On a gardé." in html
    assert "Un menuisier" in html


def test_other_sites_read_the_quotations(client, home):
    Quote.objects.create(words="On a gardé.", author="Un menuisier")
    assert client.get("/modules/quote_wall/citations.json").json() == {
        "source": "Rally’nov",
        "quotes": [{"words": "On a gardé.", "author": "Un menuisier"}],
    }


def test_the_api_has_the_quotations_and_refuses_what_it_does_not_know(client, home):
    Quote.objects.create(words="On a gardé.", author="Un menuisier")
    address = "/api/v1/modules/quote_wall/citations"
    response = client.get(address)
    assert response.json() == [{"words": "On a gardé.", "author": "Un menuisier"}]
    assert response["Access-Control-Allow-Origin"] == "*"
    assert client.get(address, {"auteur": "x"}).status_code == 400


def test_a_wall_is_in_the_api_as_every_page_is(client, home):
    wall = home.add_child(instance=QuoteWallPage(title="Entendu", slug="entendu"))
    found = client.get(f"/api/v1/pages/{wall.uid}").json()
    assert (found["type"], found["title"]) == ("hub_quote_wall.quotewallpage", "Entendu")
    assert found["body"]["blocks"] == []
    listed = client.get("/api/v1/pages", {"updated_since": "2026-01-01"}).json()
    assert found["id"] in {one["id"] for one in listed["items"]}


def test_a_wall_is_found_by_the_quotations_and_narrowed_by_who_speaks(home):
    Quote.objects.create(words="On a gardé.", author="Un menuisier")
    wall = home.add_child(instance=QuoteWallPage(title="Entendu", slug="entendu"))
    home.add_child(instance=QuoteWallPage(title="Brouillon", slug="brouillon", live=False))
    rebuild()
    narrowed = canonical_filters([("quote_wall_auteur", ["un-menuisier"])])
    found = search(SearchQuery(words="gardé", filters=narrowed))
    assert [(hit.uid, hit.kind) for hit in found.hits] == [(str(wall.uid), "quote_wall")]
    Quote.objects.create(words="Changer la recette.", author="Une cuisinière")
    drain()
    assert search(SearchQuery(words="recette")).counts["quote_wall_auteur"] == {
        "un-menuisier": 1,
        "une-cuisiniere": 1,
    }
    (state,) = DocumentState.objects.filter(kind="quote_wall")
    assert "Une cuisinière" in build([state]).states[0].text
