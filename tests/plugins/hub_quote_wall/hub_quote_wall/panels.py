"""What waits for an editor."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from hub.plugins import DashboardPanel, WorkList
from hub_quote_wall.models import Quote


def unsigned_quotes(user: Any) -> QuerySet[Quote]:
    """Return the quotations without author, for those who may sign them."""
    quotes = Quote.objects.filter(author="")
    return quotes if user.has_perm("hub_quote_wall.change_quote") else quotes.none()


def edit_quote(quote: Quote) -> str:
    """Return where a quotation is edited."""
    return reverse("wagtailsnippets_hub_quote_wall_quote:edit", args=[quote.pk])


unsigned = DashboardPanel(
    title="Citations sans auteur",
    why="Une citation signée se lit autrement.",
    lists=(
        WorkList(
            slug="quote_wall_sans_auteur",
            title="Citations sans auteur",
            empty="Toutes les citations sont signées.",
            items=unsigned_quotes,
            link=edit_quote,
        ),
    ),
    order=90,
)
