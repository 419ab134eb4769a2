"""Search as the API gives it."""
