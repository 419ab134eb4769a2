"""What is added to pages that are not ours."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from hub.plugins import HeadLink, ListSection, PageSection, Place
from hub.plugins.config import plugin_setting
from hub_quote_wall.apps import QuoteWallConfig
from hub_quote_wall.models import Quote, QuoteWallPage


def last_quotes(page: Any) -> dict[str, object]:
    """Return the last quotations, and who collected them."""
    size = int(plugin_setting(QuoteWallConfig, "SIZE"))
    return {
        "quotes": Quote.objects.all()[:size],
        "source": plugin_setting(QuoteWallConfig, "SOURCE"),
    }


latest = PageSection(
    "quote_wall_latest", Place.HOME_END, "hub_quote_wall/latest_quotes.html", last_quotes
)


def quotes_address(request: HttpRequest, page: Any, canonical: str) -> str:
    """Return where the quotations of a wall are as data."""
    is_wall = isinstance(page, QuoteWallPage)
    return request.build_absolute_uri(reverse("quote_wall_quotes")) if is_wall else ""


as_data = HeadLink("quote_wall_data", "application/json", quotes_address)
under_lists = ListSection(
    "quote_wall_lists", "hub_quote_wall/latest_quotes.html", frozenset({"initiative"}), last_quotes
)
