"""Template variables that every page reads."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from hub.content.models import AccessibilityStatement, SiteIdentity
from hub.content.navigation import Chrome
from hub.security import is_staff


def site_identity(request: HttpRequest) -> dict[str, Any]:
    """Return `identity`, `chrome` and `accessibility`, read only when a template asks for them.

    `show_userbar` is true for a signed-in editor and reads no session otherwise.
    """
    site = SimpleLazyObject(lambda: Site.find_for_request(request))
    identity: Any = SimpleLazyObject(lambda: SiteIdentity.for_site(site))
    return {
        "identity": identity,
        "chrome": SimpleLazyObject(lambda: Chrome.of(identity)),
        "accessibility": SimpleLazyObject(lambda: AccessibilityStatement.for_site(site)),
        "show_userbar": SimpleLazyObject(lambda: is_staff(request)),
    }
