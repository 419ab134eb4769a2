"""What a point of the map is called, asked for when it is met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from hub.territory.models import Precision
from initiatives.models import InitiativePage

MOST_NAMES = 100
_KEY = re.compile(r"[0-9]{1,15}", re.ASCII)
FIELDS = ("title", "slug", "path", "depth", "url_path", "commune_code", "precision", "content_type")


def read_ids(texts: Sequence[str]) -> list[int] | None:
    """Return the keys that are written; None where there is none, too many, or something else."""
    if not 1 <= len(texts) <= MOST_NAMES or not all(map(_KEY.fullmatch, texts)):
        return None
    return sorted({int(text) for text in texts})


def names_of(request: HttpRequest, ids: Sequence[int]) -> dict[str, dict[str, Any]]:
    """Return the title, the address and the place of these initiatives, by their keys.

    Those that the public may not see are left out, as those which are not.
    """
    found = InitiativePage.objects.visible().filter(pk__in=ids).only(*FIELDS).order_by("pk")
    return {
        str(page.pk): {
            "title": page.title,
            "address": page.get_url(request),
            "place": page.place_label,
            "exact": page.precision == Precision.ADDRESS,
        }
        for page in found
    }
