"""Template variables that every page reads."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from hub.content.surroundings import surroundings
from hub.security import is_staff


def site_identity(request: HttpRequest) -> dict[str, Any]:
    """Return `identity`, `chrome` and `accessibility`, read only when a template asks for them.

    `show_userbar` is true for a signed-in editor and reads no session otherwise.
    """
    around = SimpleLazyObject(lambda: surroundings(request))
    return {
        "identity": SimpleLazyObject(lambda: around.identity),
        "chrome": SimpleLazyObject(lambda: around.chrome),
        "accessibility": SimpleLazyObject(lambda: around.accessibility),
        "show_userbar": SimpleLazyObject(lambda: is_staff(request)),
    }
