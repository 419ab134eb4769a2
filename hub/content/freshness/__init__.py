"""Answers « nothing changed » before anything is rendered: see docs/freshness.md."""
