"""What is added to pages that are not ours."""

from typing import Any

from hub.plugins import PageSection, Place
from hub.plugins.config import plugin_setting
from hub_quote_wall.apps import QuoteWallConfig
from hub_quote_wall.models import Quote


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
