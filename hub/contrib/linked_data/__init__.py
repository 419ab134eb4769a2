"""The results of a search as linked data (JSON-LD, schema.org)."""
