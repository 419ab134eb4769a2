"""The view of the pages of the tree."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.views import serve as wagtail_serve

from hub.content.surroundings import surroundings


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a page as Wagtail does, which then finds its site where it was remembered."""
    surroundings(request)
    response: HttpResponseBase = wagtail_serve(request, path)
    return response
