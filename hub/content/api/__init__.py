"""What the API writes of pages, for the layers that declare page types: docs/api.md."""
