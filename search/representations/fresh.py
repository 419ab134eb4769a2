"""Answers that anybody may keep, as long as the content does not move: 304 before all else."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase

from hub.content.freshness.middleware import SHARED
from hub.content.freshness.validator import already_has, validator
from hub.content.memory import version_for


def fresh(request: HttpRequest, answer: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Return what `answer` gives, with its validator; 304 for who has it already.

    Any site may read it: it is public, and the same for everybody. What is not 200 is not kept, nor
    what says itself that it is not.
    """
    version = version_for(request)
    etag = validator(request, version) if version else None
    has_it = bool(etag) and already_has(request, etag or "")
    response = HttpResponseNotModified() if has_it else answer()
    response.headers["Access-Control-Allow-Origin"] = "*"
    says_so_itself = response.has_header("Cache-Control")
    if response.status_code in {200, 304} and not says_so_itself:
        response.headers["Cache-Control"] = SHARED
        if etag:
            response.headers["ETag"] = etag
    return response
