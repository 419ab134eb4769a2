"""The look-ups of the editor: communes by name, points by address."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from .drawing import ATTRIBUTION
from .gazetteer import get_gazetteer
from .geocoding.locating import Located, locate
from .places import Commune
from .resolving import resolve_typed_or_none

MAX_ANSWERS = 50  # one postcode covers up to forty-two communes


@require_safe
def communes(request: HttpRequest) -> JsonResponse:
    """Answer `?q=` with the communes that may be meant, as JSON.

    Mounted among the admin addresses, which send anonymous visitors to the log-in page.
    """
    found = get_gazetteer().search(request.GET.get("q", ""), MAX_ANSWERS)
    return JsonResponse({"communes": [_described(commune) for commune in found]})


@require_safe
def addresses(request: HttpRequest) -> JsonResponse:
    """Answer `?q=…&commune=…` (INSEE code, or a name as typed) with a GeoJSON FeatureCollection.

    Mounted among the admin addresses. `notice` is a sentence for the editor, or empty. 400 says
    in French what is missing.
    """
    text, typed = request.GET.get("q", "").strip(), request.GET.get("commune", "").strip()
    commune = get_gazetteer().commune(typed) or resolve_typed_or_none(typed)
    if typed and commune is None:
        return _refused("Commune inconnue\u00a0: choisissez-la dans la liste.")
    if not text and commune is None:
        return _refused("Choisissez une commune ou tapez une adresse.")
    answer = locate(text, commune)
    return JsonResponse(
        {
            "type": "FeatureCollection",
            "attribution": ATTRIBUTION,
            "notice": answer.notice,
            "features": [_feature(place) for place in answer.places],
        },
        content_type="application/geo+json",
    )


def _refused(message: str) -> JsonResponse:
    return JsonResponse({"message": message}, status=400)


def _feature(place: Located) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {
            "type": "Point",
            "coordinates": [place.point.longitude, place.point.latitude],
        },
        "properties": {
            "label": place.label,
            "citycode": place.citycode,
            "precision": place.precision,
            "source": place.source,
        },
    }


def _described(commune: Commune) -> dict[str, str]:
    return {
        "code": commune.code,
        "label": commune.label,
        "detail": commune.detail,
        "point": str(commune.point),
    }
