"""The front of the site as the API gives it."""
