"""Engines of the tests on Elasticsearch, each with indexes of its own."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from hub.settings.search import SearchServer, search_server as server_of
from search.engines.elastic import ElasticEngine
from search.schema import Schema

# A machine that runs everything at once answers late; the tests of faults have their own limit.
PATIENCE = 20.0


def server_at(url: str, **changed: Any) -> SearchServer:
    """Return the server of an address, with a prefix of its own: several runs share it."""
    server = server_of({"HUB_SEARCH_URL": url})
    assert server is not None
    prefix = f"test-{secrets.token_hex(4)}"
    return replace(server, **({"prefix": prefix, "seconds": PATIENCE} | changed))


@contextmanager
def an_engine(server: SearchServer, schema: Callable[[], Schema]) -> Iterator[ElasticEngine]:
    """Yield an engine without index; what it has made is removed."""
    engine = ElasticEngine(server, schema)
    try:
        yield engine
    finally:
        engine.remove_everything()
        engine.close()
