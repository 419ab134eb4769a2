"""The addresses of the API: those of its operations, less the slash at the end."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path

from hub.api.api import api
from hub.api.errors import not_found
from hub.api.openapi import written_description
from hub.api.public import public
from hub.content.api.replies import MEDIA_TYPE

DESCRIPTION, DOCUMENTATION = "openapi-json", "openapi-view"


@public
def nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer what has no address here as the API does."""
    return not_found()


def described(request: HttpRequest) -> HttpResponse:
    """Answer the description of the API, written once for each process."""
    written = written_description(api, api.get_root_path({}))
    return HttpResponse(written, content_type=MEDIA_TYPE)


def _opened(pattern: Any) -> Any:
    if pattern.name == DESCRIPTION:
        pattern.callback = described
    if pattern.name != DOCUMENTATION:
        pattern.callback = public(pattern.callback)
    return pattern


_patterns, _application, _namespace = api.urls
addresses: Any = ([_opened(one) for one in _patterns], _application, _namespace)

urlpatterns = [
    path("", addresses),
    re_path(r"^(?P<rest>.+)$", nothing),
]
