"""The engines of the contract."""

from tests.search.engines.conftest import (
    elastic_engine,
    engine,
    lasting_elastic_engine,
    tantivy_engine,
)

__all__ = ["elastic_engine", "engine", "lasting_elastic_engine", "tantivy_engine"]
