"""The Elasticsearch of HUB_TEST_SEARCH_URL; tests that need one are skipped without it."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from hub.settings.search import SearchServer, search_server
from search.engines.elastic import ElasticEngine
from search.schema import Schema

VARIABLE = "HUB_TEST_SEARCH_URL"
# A machine that runs everything at once answers late; the tests of faults have their own limit.
PATIENCE = 20.0


def test_server(**changed: Any) -> SearchServer:
    """Return the server of the tests, with a prefix of its own: several runs share it."""
    if not os.environ.get(VARIABLE):
        pytest.skip(f"no Elasticsearch: {VARIABLE} is not set (make test-services starts one)")
    server = search_server({"HUB_SEARCH_URL": os.environ[VARIABLE]})
    assert server is not None
    prefix = f"test-{secrets.token_hex(4)}"
    return replace(server, **({"prefix": prefix, "seconds": PATIENCE} | changed))


test_server.__test__ = False


@contextmanager
def an_engine(schema: Callable[[], Schema], **changed: Any) -> Iterator[ElasticEngine]:
    """Yield an engine without index; what it has made is removed."""
    server = test_server(**changed)
    engine = ElasticEngine(server, schema)
    try:
        yield engine
    finally:
        remove_all(server)
        engine.close()


def remove_all(server: SearchServer) -> None:
    """Remove the indexes of a prefix."""
    from search.engines.elastic.connecting import connect

    with connect(replace(server, seconds=PATIENCE)) as client:
        for name in client.indices.get(index=f"{server.prefix}-*", expand_wildcards="all"):
            client.indices.delete(index=name)
