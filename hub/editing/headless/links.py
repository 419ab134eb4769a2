"""« Voir en ligne » in the admin leads to the front end, where there is one."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from hub.content.front_end import with_links


class LiveLinksMiddleware:
    """Has the admin link pages where the public reads them; a preview it asks for is no admin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with or without links that lead there."""
        is_admin = request.path_info.startswith(reverse("wagtailadmin_home"))
        with with_links(lead_there=is_admin):
            return self.get_response(request)
