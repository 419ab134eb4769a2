"""Answers of the API: JSON as it was written, without being read once more."""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpResponse

MEDIA_TYPE = "application/json"


def reply(body: Any) -> HttpResponse:
    """Return what was written as a JSON answer; tests see that it is what its schema says."""
    return HttpResponse(orjson.dumps(body), content_type=MEDIA_TYPE)
