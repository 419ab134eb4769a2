"""A site whose engine is the Elasticsearch of an address."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from hub.settings.search import DEFAULT_SECONDS, SearchServer
from search.engines import get_engine
from search.engines.elastic import ElasticEngine
from search.engines.memory import MemoryEngine
from search.indexing.rebuilding import rebuild
from tests.factories import InitiativeIndexPageFactory, InitiativePageFactory
from tests.search.conftest import use
from tests.search.engines.elastic.engines import server_at


@dataclass(frozen=True)
class Visit:
    """What a visitor saw, and after how long."""

    status: int
    seconds: float
    is_degraded: bool
    text: str


@pytest.fixture
def visit(client) -> Callable[..., Visit]:
    def go(address: str = "/initiatives/?q=crèche") -> Visit:
        begun = time.perf_counter()
        response = client.get(address)
        spent = time.perf_counter() - begun
        text = response.content.decode()
        return Visit(response.status_code, spent, "Recherche simplifiée." in text, text)

    return go


@pytest.fixture
def search_on(settings) -> Iterator[Callable[..., ElasticEngine]]:
    """A function that makes the site search on the Elasticsearch of an address."""
    engines: list[ElasticEngine] = []

    def on(address: str | SearchServer, **changed) -> ElasticEngine:
        given = {"seconds": DEFAULT_SECONDS} | changed
        settings.HUB_SEARCH_SERVER = (
            server_at(address, **given) if isinstance(address, str) else address
        )
        get_engine.cache_clear()
        engines.append(get_engine())
        return engines[-1]

    yield on
    for engine in engines:
        engine.close()
    get_engine.cache_clear()


@pytest.fixture
def creche(home):
    """A fiche that the database knows how to find, on a site whose templates are read."""
    InitiativeIndexPageFactory(title="Initiatives", summary="Toutes nos fiches.")
    fiche = InitiativePageFactory(title="La crèche de l’aube")
    with pytest.MonkeyPatch.context() as patch:
        use(MemoryEngine(), patch)
        rebuild()
    return fiche
