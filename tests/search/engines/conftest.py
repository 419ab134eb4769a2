"""Every engine, empty, over two facets of values and one of ranges."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.documents import EXPIRES, VERSION
from search.engines.contract import Engine
from search.engines.elastic import ElasticEngine
from search.engines.embedded import TantivyEngine
from search.engines.memory import MemoryEngine
from search.schema import Schema
from tests.search.engines.elastic.engines import an_engine, server_at

SCHEMA = Schema(values=("departement", "theme", "type"), numbers=(EXPIRES, "seen", VERSION))


@pytest.fixture
def tantivy_engine(tmp_path: Path) -> TantivyEngine:
    engine = TantivyEngine(tmp_path / "index", lambda: SCHEMA)
    engine.rebuild([]).swap()
    return engine


@pytest.fixture(scope="session")
def lasting_elastic_engine(search_server: str) -> Iterator[ElasticEngine]:
    with an_engine(server_at(search_server), lambda: SCHEMA) as engine:
        yield engine


@pytest.fixture
def elastic_engine(lasting_elastic_engine: ElasticEngine) -> ElasticEngine:
    lasting_elastic_engine.rebuild([]).swap()
    return lasting_elastic_engine


@pytest.fixture(
    params=["memory", "tantivy", pytest.param("elastic", marks=pytest.mark.server)],
)
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "memory":
        return MemoryEngine()
    return request.getfixturevalue(f"{request.param}_engine")
