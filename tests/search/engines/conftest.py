"""Every engine, empty, over two facets of values and one of ranges."""

from pathlib import Path

import pytest

from search.documents import EXPIRES, VERSION
from search.engines.contract import Engine
from search.engines.embedded import TantivyEngine
from search.engines.memory import MemoryEngine
from search.schema import Schema

SCHEMA = Schema(values=("departement", "theme", "type"), numbers=(EXPIRES, "seen", VERSION))


@pytest.fixture
def tantivy_engine(tmp_path: Path) -> TantivyEngine:
    engine = TantivyEngine(tmp_path / "index", lambda: SCHEMA)
    engine.rebuild([]).swap()
    return engine


@pytest.fixture(params=["memory", "tantivy"])
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "memory":
        return MemoryEngine()
    return request.getfixturevalue("tantivy_engine")
