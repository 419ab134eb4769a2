"""« Intégrer cette liste », « Intégrer cette fiche »: what a partner copies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from hub.content.addresses import hub_root_of, hub_url, public_url
from hub.content.surroundings import surroundings
from hub.contrib.integration.embedding import frame_path
from hub.plugins import ListSection, PageSection, Place, ShownList

TEMPLATE = "hub_integration/snippet.html"
CODE = "hub_integration/code.html"
THINGS = {
    Place.FICHE_SIDE: "cette fiche",
    Place.STORY_END: "cette histoire",
    Place.EVENT_END: "cet événement",
    Place.REPORT_END: "ce compte rendu",
    Place.VIDEO_END: "cette vidéo",
    Place.PUBLICATION_END: "cette publication",
}


def of_list(shown: ShownList) -> Mapping[str, object]:
    """Return the snippet of a list of initiatives, as it is narrowed."""
    asked = f"?{shown.parameters}" if shown.parameters else ""
    address = public_url(shown.path + asked, shown.request)
    frame = hub_url(reverse("integration:initiatives") + asked, shown.request)
    script = hub_url(reverse("integration:script"), shown.request)
    name = f"Initiatives, {surroundings(shown.request).identity.name}"
    return _snippet("cette liste", name, address, frame, script)


def of_page(thing: str, page: Any) -> Mapping[str, object]:
    """Return the snippet of a page."""
    root = hub_root_of(page)
    script = root + reverse("integration:script")
    return _snippet(thing, page.title, page.get_full_url(), root + frame_path(page), script)


def _snippet(thing: str, name: str, address: str, frame: str, script: str) -> dict[str, object]:
    parts = {"name": name, "address": address, "frame": frame, "script": script}
    code = render_to_string(CODE, parts).strip()
    return {"thing": thing, "address": address, "code": code}


def _section(place: Place, thing: str) -> PageSection:
    return PageSection(f"integration_{place}", place, TEMPLATE, partial(of_page, thing))


OF_LISTS = ListSection("integration_list", TEMPLATE, frozenset({"initiative"}), of_list)
OF_PAGES = [_section(place, thing) for place, thing in THINGS.items()]
