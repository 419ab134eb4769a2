"""Addresses, under `/modules/quote_wall/` and at the root."""

from django.urls import path

from hub_quote_wall.views import quotes, quotes_to_read

patterns = [path("citations.json", quotes, name="quote_wall_quotes")]
root_patterns = [path("citations/", quotes_to_read, name="quote_wall_page")]
