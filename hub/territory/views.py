"""The look-up behind the commune picker of the editor."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from .gazetteer import get_gazetteer
from .places import Commune

MAX_ANSWERS = 50  # one postcode covers up to forty-two communes


@require_safe
def communes(request: HttpRequest) -> JsonResponse:
    """Answer `?q=` with the communes that may be meant, as JSON.

    Mounted among the admin addresses, which send anonymous visitors to the log-in page.
    """
    found = get_gazetteer().search(request.GET.get("q", ""), MAX_ANSWERS)
    return JsonResponse({"communes": [_described(commune) for commune in found]})


def _described(commune: Commune) -> dict[str, str]:
    return {
        "code": commune.code,
        "label": commune.label,
        "detail": commune.detail,
        "point": str(commune.point),
    }
