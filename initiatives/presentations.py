"""The two ways to look at the same fiches: the list, and the map where its plugin is enabled."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from hub.content.memory import Memory
from initiatives.models import InitiativeIndexPage

Presentations = tuple[tuple[str, str], ...]  # a label and a path

_list_address: Memory[str] = Memory(most=20)


def presentations(request: HttpRequest) -> Presentations:
    """Return them with their paths; none where there is no choice."""
    try:
        on_map = reverse("map")
    except NoReverseMatch:
        return ()
    key = (request.get_host(), request.get_port())
    in_list = _list_address.recall(request, key, lambda: _address_of_list(request))
    return (("Liste", in_list), ("Carte", on_map)) if in_list else ()


def _address_of_list(request: HttpRequest) -> str:
    page = InitiativeIndexPage.objects.visible().order_by("path").first()
    return str(page.get_url(request)) if page else ""
