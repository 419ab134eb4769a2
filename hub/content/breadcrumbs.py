"""The way from the home page to a page."""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from hub.content.routing import shown_above


@dataclass(frozen=True)
class Crumb:
    """A step of the way: its text and its address, empty for the page that is being read."""

    label: str
    url: str = ""


HOME = Crumb("Accueil", "/")


def trail_of(page: Page, request: HttpRequest | None) -> list[Crumb]:
    """Return the published pages above a page, then the page itself.

    The home page, which has nothing above it, has no trail.
    """
    steps = [Crumb(one.title, one.get_url(request) or "") for one in shown_above(page, request)]
    return [HOME, *steps[1:], Crumb(page.title)] if steps else []
