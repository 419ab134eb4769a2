"""Which engine a process has."""

import os

import pytest

from hub.settings.search import SearchServer
from search.engines import get_engine
from search.engines.elastic import ElasticEngine
from search.engines.embedded import TantivyEngine


@pytest.fixture(autouse=True)
def nothing_is_kept():
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


def test_without_a_server_it_is_the_embedded_one(settings):
    settings.HUB_SEARCH_SERVER = None
    assert isinstance(get_engine(), TantivyEngine)
    assert get_engine() is get_engine()


def test_a_server_that_is_named_is_asked_by_nobody_yet(settings):
    settings.HUB_SEARCH_SERVER = SearchServer(("http://127.0.0.1:9",))
    assert isinstance(get_engine(), ElasticEngine)


def test_a_child_has_an_engine_of_its_own(settings):
    settings.HUB_SEARCH_SERVER = SearchServer(("http://127.0.0.1:9",))
    engine = get_engine()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, b"other" if get_engine() is not engine else b"same")
        os._exit(0)
    os.waitpid(child, 0)

    assert os.read(reading, 9) == b"other"
    assert get_engine() is engine
    os.close(reading)
    os.close(writing)
