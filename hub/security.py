"""Security headers: one strict policy for the public, one that Wagtail's admin can live with.

And where a visitor comes from, which only our own proxy may say.
"""

import ipaddress
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from csp.constants import HEADER, NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

# Wagtail's editor needs inline scripts and styles (wagtail issue 1288); a nonce would cancel
# 'unsafe-inline', so this policy has none.
ADMIN_DIRECTIVES = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-ancestors": [SELF],
}
PREVIEW_DIRECTIVES = {"frame-ancestors": [SELF]}
PERMISSIONS_POLICY = (
    "accelerometer=(), browsing-topics=(), camera=(), geolocation=(self), gyroscope=(), "
    "magnetometer=(), microphone=(), payment=(), usb=()"
)
FRAMED_AS = "hub_is_framed_anywhere"
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer", bound=HttpResponseBase)


class ContentPolicyMiddleware(CSPMiddleware):
    """Send the Content-Security-Policy that fits the page, and a minimal Permissions-Policy."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the policy of the public site, relaxed for the admin and for previews."""
        parts = super().get_policy_parts(request, response, report_only)
        if hasattr(response, FRAMED_AS):
            parts.replace = framed_directives(request)
            return parts  # the same for everybody, without a look at the session
        if getattr(request, "shared_until", None):
            return parts  # the preview of an outsider stands in no frame
        if getattr(request, "is_preview", False):
            parts.replace = PREVIEW_DIRECTIVES
        elif request.path_info.startswith(reverse("wagtailadmin_home")):
            parts.replace = _admin_directives() | front_end_frame()
        elif is_staff(request):
            parts.replace = _admin_directives()
        return parts

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Add both headers to the response; a view's own policy says who may frame its answer."""
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response = super().process_response(request, response)
        own = response.headers.get(HEADER, "")
        if own and "frame-ancestors" not in own:
            response.headers[HEADER] = f"{own.rstrip('; ')}; frame-ancestors {NONE}"
        return response


def framed_anywhere(view: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Let any site show the answers of a view in a frame; nothing in them may act for a visitor."""

    @wraps(view)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        response = view(*args, **kwargs)
        setattr(response, FRAMED_AS, True)
        response.xframe_options_exempt = True  # type: ignore[attr-defined]
        return response

    answer.is_framed_anywhere = True  # type: ignore[attr-defined]
    return answer


def framed_directives(request: HttpRequest) -> dict[str, list[str]]:
    """Return what the policy of a page that stands in a frame of another site has of its own.

    Its frame may be a sandbox, where a page has no origin: not every browser then takes `'self'`
    for the host that it came from, which is therefore named.
    """
    own = [SELF, f"{request.scheme}://{request.get_host()}"]
    return {
        "default-src": own,
        "script-src": own,
        "style-src": own,
        "img-src": [*own, "data:"],
        "frame-src": [NONE],
        "form-action": [NONE],
        "frame-ancestors": ["*"],
    }


def _admin_directives() -> dict[str, list[str]]:
    return ADMIN_DIRECTIVES | {"img-src": [*ADMIN_DIRECTIVES["img-src"], *tile_hosts()]}


def front_end_frame() -> dict[str, list[str]]:
    """Return what lets the preview panel show the front end, where there is one."""
    if not settings.HUB_HEADLESS_URL:
        return {}
    framed = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"]
    return {"frame-src": [*framed, settings.HUB_HEADLESS_URL]}


def tile_hosts() -> list[str]:
    """Return the host of the map tiles that the settings name, as a source of images."""
    address = urlsplit(settings.HUB_TILE_URL.replace("{s}.", "*."))
    return [f"{address.scheme}://{address.netloc}"] if address.netloc else []


def is_staff(request: HttpRequest) -> bool:
    """Tell whether the user bar, which needs inline styles, is shown with this page.

    Reads the session only when the visitor already has one: a visitor without cookie costs
    nothing and gets an answer that any cache may keep.
    """
    if not request.COOKIES.get("sessionid"):
        return False
    user = getattr(request, "user", None)
    return bool(user and user.is_authenticated and user.has_perm("wagtailadmin.access_admin"))


def visitor_address(
    request: HttpRequest,
) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address that a request comes from; None where it is not known.

    Behind our own proxy (HUB_BEHIND_PROXY), it is the last one of X-Forwarded-For, which the proxy
    wrote; all others, and the whole header anywhere else, are words of the visitor.
    """
    given = request.META.get("REMOTE_ADDR") or ""
    if settings.HUB_BEHIND_PROXY:
        given = request.headers.get("X-Forwarded-For", given).rpartition(",")[2]
    try:
        address = ipaddress.ip_address(given.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
