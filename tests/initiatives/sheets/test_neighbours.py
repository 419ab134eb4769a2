"""The fiches near another: from the index, each with why."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from initiatives.models import Scheme
from initiatives.sheets.initiative import sheet_for
from search.engines.contract import EngineDownError
from search.engines.memory import MemoryEngine
from search.indexing.draining import drain
from tests.factories import InitiativePageFactory, TermFactory
from tests.search.conftest import use

BESANCON, DOLE, NEVERS = "25056", "39198", "58194"


@pytest.fixture
def index(home, monkeypatch):
    return use(MemoryEngine(), monkeypatch)


def reasons(fiche):
    sheet = sheet_for(fiche, RequestFactory().get("/"))
    return {one.fiche.title: one.reason for one in sheet.neighbours}


def test_a_shared_theme_comes_before_a_shared_place_and_both_are_told(index):
    theme = TermFactory(scheme=Scheme.THEME, name="Égalité")
    fiche = InitiativePageFactory(title="Celle-ci", terms=[theme], commune_code=BESANCON)
    InitiativePageFactory(title="Même lieu", commune_code=BESANCON, terms=[])
    InitiativePageFactory(title="Même thème", commune_code=NEVERS, terms=[theme])
    InitiativePageFactory(title="Les deux", commune_code=BESANCON, terms=[theme])
    drain()

    assert reasons(fiche) == {
        "Les deux": "Même thème : Égalité · Même territoire : Besançon (Doubs)",
        "Même thème": "Même thème : Égalité",
        "Même lieu": "Même territoire : Besançon (Doubs)",
    }
    assert next(iter(reasons(fiche))) == "Les deux"


def test_a_word_of_the_title_in_common_is_enough(index):
    fiche = InitiativePageFactory(title="La semaine de quatre jours", terms=[])
    InitiativePageFactory(title="Des semaines plus courtes", terms=[])
    InitiativePageFactory(title="Une crèche", terms=[])
    drain()

    assert reasons(fiche) == {"Des semaines plus courtes": "Sujet voisin"}


def test_what_the_public_may_not_see_is_near_nothing(index):
    fiche, hidden, draft = (
        InitiativePageFactory(title=title, terms=[], commune_code=DOLE)
        for title in ("Visible", "Privée", "Brouillon")
    )
    drain()
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    draft.live = False
    draft.save()

    assert reasons(fiche) == {}


def test_without_an_engine_those_of_a_theme_are_near(index, monkeypatch):
    theme = TermFactory(scheme=Scheme.THEME, name="Égalité")
    fiche, near = (InitiativePageFactory(terms=[theme]) for _ in range(2))

    def down(bodies):
        raise EngineDownError("gone")

    monkeypatch.setattr(index, "msearch", down)

    assert reasons(fiche) == {near.title: "Même thème : Égalité"}


def test_what_is_shown_without_an_engine_is_kept_neither_here_nor_by_a_visitor(index, monkeypatch):
    fiche = InitiativePageFactory(title="La semaine de quatre jours", terms=[])
    InitiativePageFactory(title="Des semaines plus courtes", terms=[])
    drain()
    answers, request = index.msearch, RequestFactory().get("/")

    def down(bodies):
        raise EngineDownError("gone")

    monkeypatch.setattr(index, "msearch", down)
    assert sheet_for(fiche, request).neighbours == []
    assert request.is_degraded

    monkeypatch.setattr(index, "msearch", answers)
    assert reasons(fiche) == {"Des semaines plus courtes": "Sujet voisin"}


def test_the_page_says_why_in_as_many_queries_for_three_as_for_one(index, client):
    theme = TermFactory(scheme=Scheme.THEME, name="Égalité")
    fiche = InitiativePageFactory(title="Celle-ci", terms=[theme])

    def queries():
        drain()
        client.get(fiche.url)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(fiche.url)
        return len(asked), answer.content.decode()

    InitiativePageFactory(title="Une autre", terms=[theme])
    queries()  # what a process remembers is read
    for_one, page = queries()
    InitiativePageFactory(title="Une deuxième", terms=[theme])
    InitiativePageFactory(title="Une troisième", terms=[theme])
    for_three, _ = queries()

    assert "Même thème\u00a0: Égalité" in page.replace("&nbsp;", "\u00a0")
    assert for_one == for_three
