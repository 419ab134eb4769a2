"""Deleted pages are kept for thirty days and may come back: see docs/trash.md."""
