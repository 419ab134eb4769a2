"""A saved search in a page."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from hub.content.blocks.testing import api_form
from initiatives.models import Scheme
from search.blocks import SavedSearchBlock
from search.engines.contract import EngineDownError
from search.indexing.rebuilding import rebuild
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return factories.TermFactory(scheme=Scheme.THEME, slug="mobilite", name="Mobilité")


@pytest.fixture
def block(home, memory_index):
    return SavedSearchBlock()


def cleaned(block, address):
    value = block.to_python({"title": "À lire", "address": address, "number": 3})
    return block.clean(value)["address"]


def shown(block, address="/recherche/?theme=mobilite", number=3, request=None):
    value = block.to_python({"title": "À lire", "address": address, "number": number})
    return block.render(value, context={"request": request} if request else None)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("http://autre.example/recherche/?theme=mobilite&page=4", "/recherche/?theme=mobilite"),
        ("?q=v%C3%A9lo&utm_source=lettre", "/recherche/?q=v%C3%A9lo"),
        ("theme=mobilite&q=vélo", "/recherche/?q=v%C3%A9lo&theme=mobilite"),
        ("/initiatives/?q=vélo", "/recherche/?q=v%C3%A9lo&type=initiative"),
        ("/carte/?q=vélo", "/recherche/?q=v%C3%A9lo&type=initiative"),
    ],
)
def test_an_address_is_kept_in_its_canonical_form(block, theme, pasted, kept):
    assert cleaned(block, pasted) == kept


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("/recherche/", "ne cherche rien"),
        ("bonjour", "ne cherche rien"),
        ("/recherche/?theme=inconnu", "inconnu"),
        ("/recherche/?bbox=1,2,3", "ne se lit pas"),
        ("http://[::1", "ne cherche rien"),
    ],
)
def test_what_is_no_search_is_refused_in_words(block, theme, pasted, said):
    with pytest.raises(ValidationError, match=said):
        block.child_blocks["address"].clean(pasted)


def test_search_reads_the_title_of_a_saved_search_and_not_its_address(block):
    value = block.to_python({"title": "À lire", "address": "/recherche/?q=v%C3%A9lo", "number": 3})

    assert [text for text in block.get_searchable_content(value) if text] == ["À lire"]


def test_the_first_answers_are_cards_with_the_way_to_all(block, theme):
    for number in range(4):
        factories.InitiativePageFactory(title=f"Vélo {number}", terms=[theme])
    factories.InitiativePageFactory(title="Autre chose")
    rebuild()

    page = shown(block)

    assert page.count('class="card__title"') == 3
    assert "Voir les 4\xa0résultats" in page
    assert 'href="/recherche/?theme=mobilite"' in page
    assert "Autre chose" not in page


def test_what_became_private_or_a_draft_since_is_not_shown(block, theme):
    private = factories.InitiativePageFactory(title="Privée", terms=[theme])
    factories.InitiativePageFactory(title="Brouillon", terms=[theme]).unpublish()
    rebuild()
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    assert "card__title" not in shown(block)


@pytest.mark.parametrize("address", ["/recherche/?theme=mobilite", "/recherche/?theme=gone", ""])
def test_a_search_without_an_answer_shows_nothing(block, theme, address):
    assert shown(block, address).strip() == ""


def test_an_engine_that_is_down_shows_nothing_and_breaks_no_page(block, theme, monkeypatch, rf):
    def refuse(*args):
        raise EngineDownError("down")

    monkeypatch.setattr("search.engines.memory.MemoryEngine.msearch", refuse)
    request = rf.get("/")

    assert shown(block, request=request).strip() == ""
    assert request.is_degraded  # no visitor keeps the page without it


def test_the_answers_cost_the_same_queries_whatever_their_number(block, theme):
    def cost(number):
        with CaptureQueriesContext(connection) as asked:
            assert shown(block, number=number).count("card__title") == number
        return len(asked)

    for number in range(6):
        factories.InitiativePageFactory(title=f"Vélo {number}", terms=[theme])
    rebuild()

    cost(1)  # types of content, read once for the process
    assert cost(2) == cost(6)


def test_partners_read_the_pages_as_cards_and_how_many_there_are(block, theme):
    picture = factories.ImageFactory()
    fiche = factories.InitiativePageFactory(title="Vélo", terms=[theme], picture=picture)
    rebuild()
    address = "/recherche/?theme=mobilite"
    value = block.to_python({"title": "À lire", "address": address, "number": 3})

    form = api_form(block, value)

    assert (form["title"], form["query"], form["total"]) == ("À lire", "theme=mobilite", 1)
    [page] = form["pages"]
    assert (page["title"], page["summary"]) == ("Vélo", fiche.summary)
    assert page["image"]["renditions"]


def test_words_of_a_saved_search_are_not_marked(block):
    factories.InitiativePageFactory(title="Le vélo")
    rebuild()

    assert "<mark>" not in shown(block, "/recherche/?q=vélo")
