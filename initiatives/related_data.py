"""JSON-LD of what pages say of one another, and of the figures that they give."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from wagtail.documents.models import AbstractDocument

from hub.content.addresses import hub_url, page_url

# What a page is, where another one names it; `CreativeWork` for the others.
KINDS = {
    "InitiativePage": "Project",
    "EventPage": "Event",
    "EventSeriesPage": "EventSeries",
    "EventReportPage": "Article",
    "LaureateStoryPage": "Article",
    "VideoPage": "VideoObject",
    "PublicationPage": "Report",
}


def named(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Return a page as others name it: its type, its identity, its title, its address."""
    data = {
        "@type": KINDS.get(type(page).__name__, "CreativeWork"),
        "name": page.title,
        "url": page_url(page, request),
    }
    uid = getattr(page, "uid", None)
    return ({"@id": f"urn:uuid:{uid}"} if uid else {}) | data


def named_all(pages: Iterable[Any], request: HttpRequest) -> list[dict[str, Any]]:
    """Return pages as others name them; the caller has left out what the public may not see."""
    return [named(page, request) for page in pages]


def file_json_ld(document: AbstractDocument, request: HttpRequest) -> dict[str, Any]:
    """Return a file that anybody may download, as a `MediaObject`."""
    return {
        "@type": "MediaObject",
        "name": document.title,
        "contentUrl": hub_url(document.url, request),
        "encodingFormat": document.content_type,
    }


def observation(
    label: str, value: Decimal | int, unit: str = "", day: Any = None, source: str = ""
) -> dict[str, Any]:
    """Return a figure as an `Observation`: what was counted, how many, when, and who says so."""
    data = {
        "@type": "Observation",
        "name": label,
        "measuredProperty": label,
        "value": int(value) if value == int(value) else float(value),
        "unitText": unit,
        "observationDate": day.isoformat() if day else None,
        "measurementMethod": source,
    }
    return {key: known for key, known in data.items() if known not in (None, "")}


def measured(measures: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the dated figures of a page."""
    return [
        observation(one.unit, one.value, one.unit, one.measured_on, one.source) for one in measures
    ]


def observed(observations: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what says that observations are about the thing that is described."""
    return {"@reverse": {"observationAbout": observations}} if observations else {}
