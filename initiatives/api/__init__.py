"""The domain as the API gives it."""
