"""The engine on Elasticsearch servers, of one machine or of many."""

from search.engines.elastic.engine import ElasticEngine

__all__ = ["ElasticEngine"]
