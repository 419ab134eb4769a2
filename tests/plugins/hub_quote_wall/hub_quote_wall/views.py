"""The quotations for other sites."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from hub.plugins.config import plugin_setting
from hub_quote_wall.apps import QuoteWallConfig
from hub_quote_wall.models import Quote


@require_safe
def quotes(request: HttpRequest) -> JsonResponse:
    """Return all quotations and who collected them."""
    return JsonResponse(
        {
            "source": plugin_setting(QuoteWallConfig, "SOURCE"),
            "quotes": list(Quote.objects.values("words", "author")),
        },
        json_dumps_params={"ensure_ascii": False},
    )


@require_safe
def quotes_to_read(request: HttpRequest) -> HttpResponse:
    """Show all quotations, a line each."""
    words = Quote.objects.order_by("pk").values_list("words", flat=True)
    return HttpResponse("\n".join(words), content_type="text/plain; charset=utf-8")
