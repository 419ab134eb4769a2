"""The engines of the contract."""

from tests.search.engines.conftest import engine, tantivy_engine

__all__ = ["engine", "tantivy_engine"]
