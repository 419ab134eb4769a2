"""Says how long an answer holds, and answers 304 before anything is routed or rendered."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers

from hub.content.freshness.release import release
from hub.content.freshness.site_roots import SiteRoots
from hub.content.freshness.validator import already_has, validator
from hub.content.freshness.version import content_version

SHARED = "public, no-cache"  # keep it, but ask each time whether it still holds
PERSONAL = "private, no-store"
OTHER = "no-cache"
# Any other address is that of a file, whose view says how long it holds without a look at content.
SHARED_ENDINGS = ("/", ".xml", ".txt")
VARIES_ON = frozenset({"accept-encoding", "hx-request"})  # all of which the validator holds
SHARED_TYPES = frozenset({"application/xml", "text/html", "text/plain"})


class FreshnessMiddleware:
    """Gives public pages their validator; anything else must be asked for again.

    A view that sets `Cache-Control` itself is left alone: that is how one refuses the validator
    for an answer that is degraded, or depends on more than content, day and address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:  # templates change under a running process
            raise MiddlewareNotUsed
        release()
        self.get_response = get_response
        self.site_roots = SiteRoots()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 304 if the visitor has the page as it is now; else have it rendered."""
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            return self.get_response(request)
        etag = self._validator(request) if may_be_shared(request) else None
        if etag and already_has(request, etag):
            return _with_validator(HttpResponseNotModified(), etag)
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if etag and isinstance(response, HttpResponse) and is_shared(request, response):
            _with_validator(response, etag)
            return get_conditional_response(request, etag=etag, response=response) or response
        personal = has_session(request) or response.cookies or "cookie" in _varies_on(response)
        response.headers["Cache-Control"] = PERSONAL if personal else OTHER
        return response

    def _validator(self, request: HttpRequest) -> str | None:
        """Return the validator of this address now, or None when nobody watches the content."""
        version = content_version()
        # For whoever remembers something of the content during the request.
        request.content_version = version  # type: ignore[attr-defined]
        if version is None:
            return None
        self.site_roots.follow(version)
        return validator(request, version)


def has_session(request: HttpRequest) -> bool:
    """Tell whether the visitor brings a session, which may be that of an editor."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def may_be_shared(request: HttpRequest) -> bool:
    """Tell whether this request can have the answer that anybody gets."""
    return (
        request.method in {"GET", "HEAD"}
        and request.path_info.endswith(SHARED_ENDINGS)
        and not has_session(request)
    )


def is_shared(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether anybody gets this answer: a page that exists, whole, for no one in particular.

    A part that an engine did not give says so by `request.is_degraded`.

    An answer that varies on more than its compression, and on whether htmx asks for a part of it,
    would need as many validators.
    """
    return (
        response.status_code == 200
        and response.headers.get("Content-Type", "").partition(";")[0] in SHARED_TYPES
        and not response.cookies
        and not response.has_header("ETag")
        and not getattr(request, "is_preview", False)
        and not getattr(request, "is_degraded", False)
        and _varies_on(response) <= VARIES_ON
    )


def _varies_on(response: HttpResponseBase) -> set[str]:
    names = response.headers.get("Vary", "").lower().split(",")
    return {name.strip() for name in names} - {""}


def _with_validator(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = SHARED
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
