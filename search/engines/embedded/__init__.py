"""The embedded engine: tantivy, in a folder, without any server."""

from search.engines.embedded.engine import TantivyEngine

__all__ = ["TantivyEngine"]
