"""Addresses, under `/modules/quote_wall/`."""

from django.urls import path

from hub_quote_wall.views import quotes

patterns = [path("citations.json", quotes, name="quote_wall_quotes")]
