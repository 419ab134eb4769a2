"""The index of the site, in memory or embedded, for tests of what is above the engines."""

from pathlib import Path

import pytest

from search import nearby, searching
from search.engines.embedded import TantivyEngine
from search.engines.memory import MemoryEngine
from search.indexing import draining, rebuilding, reconciling
from search.schema import current_schema
from search.suggestions import suggesting


def use(engine, monkeypatch):
    for module in (draining, nearby, rebuilding, reconciling, searching, suggesting):
        monkeypatch.setattr(module, "get_engine", lambda: engine)
    return engine


@pytest.fixture
def memory_index(monkeypatch):
    """An empty index in memory that the site writes to and reads."""
    return use(MemoryEngine(), monkeypatch)


@pytest.fixture
def embedded_index(monkeypatch, tmp_path: Path):
    """An empty index on disk that the site writes to and reads."""
    engine = TantivyEngine(tmp_path / "index", current_schema)
    engine.rebuild([]).swap()
    return use(engine, monkeypatch)
