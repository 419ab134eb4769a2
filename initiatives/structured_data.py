"""JSON-LD of the domain (schema.org), as data; the page template prints it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from initiatives.models.organisation import Organisation, OrganisationRole

if TYPE_CHECKING:
    from initiatives.models import EventPage, InitiativePage, Term, VideoPage


def organisation_json_ld(organisation: Organisation) -> dict[str, Any]:
    """Return an `Organization`: name, address of its site, SIRET where it is known."""
    data: dict[str, Any] = {"@type": "Organization", "name": organisation.name}
    if organisation.website:
        data |= {"url": organisation.website, "sameAs": organisation.website}
    if organisation.siret:
        data["identifier"] = {
            "@type": "PropertyValue",
            "propertyID": "SIRET",
            "value": organisation.siret,
        }
    return data


def term_json_ld(term: Term) -> dict[str, Any]:
    """Return a `DefinedTerm` in the set of its vocabulary."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": f"urn:uuid:{term.uid}",
        "name": term.name,
        "termCode": term.notation or term.slug,
        "inDefinedTermSet": term.get_scheme_display(),
    }
    return data | ({"description": term.definition} if term.definition else {})


def place_json_ld(page: Any) -> dict[str, Any] | None:
    """Return a `Place` for a page with a commune or a point, else None."""
    if not (page.commune or page.has_point):
        return None
    place: dict[str, Any] = {"@type": "Place"}
    if page.commune:
        place["address"] = {
            "@type": "PostalAddress",
            "addressLocality": page.commune.name,
            "addressRegion": "Bourgogne-Franche-Comté",
            "addressCountry": "FR",
        }
        if page.address:
            place["address"]["streetAddress"] = page.address
    if page.has_point:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(page.latitude),
            "longitude": float(page.longitude),
        }
    return place


def initiative_json_ld(page: InitiativePage) -> dict[str, Any]:
    """Return the `mainEntity` of a fiche: a `Project` kept apart from its carrier."""
    project: dict[str, Any] = {
        "@type": "Project",
        "@id": f"urn:uuid:{page.uid}",
        "name": page.title,
        "description": page.summary,
        "keywords": [
            {
                "@type": "DefinedTerm",
                "name": given.tag.name,
                "inDefinedTermSet": given.tag.get_scheme_display(),
            }
            for given in page.characterisations.all()
        ],
        "award": [str(result) for result in page.results if result.is_laureate],
    }
    if page.quoted_title:
        project["alternateName"] = page.quoted_title
    carriers = page.organisations(OrganisationRole.CARRIER)
    if carriers:
        project["parentOrganization"] = organisation_json_ld(carriers[0])
    if place := place_json_ld(page):
        project["location"] = place
    if page.last_verified:
        project["additionalProperty"] = {
            "@type": "PropertyValue",
            "name": "dateVerification",
            "value": page.last_verified.isoformat(),
        }
    return {"mainEntity": project}


def event_json_ld(page: EventPage) -> dict[str, Any]:
    """Return the properties of an `Event`, dates with their offset where hours are known.

    Of an imprecise date only the years are said: ISO 8601 lets a date be that coarse.
    """
    status = "EventCancelled" if page.is_cancelled else "EventScheduled"
    data: dict[str, Any] = {
        "@type": "Event",
        "startDate": page.start_iso or _year(page.start_date),
        "endDate": page.end_iso or _year(page.end_date or page.start_date),
        "eventStatus": f"https://schema.org/{status}",
        "organizer": [
            organisation_json_ld(one) for one in page.organisations(OrganisationRole.ORGANISER)
        ],
    }
    place = place_json_ld(page)
    if place or page.place_name:
        name = page.place_name or page.place_label or page.title
        data["location"] = {"@type": "Place"} | (place or {}) | {"name": name}
        data["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode"
    return data


def _year(day: datetime.date | None) -> str | None:
    return str(day.year) if day else None


def video_json_ld(page: VideoPage) -> dict[str, Any]:
    """Return the properties of a `VideoObject`; the day of the page stands in for its own."""
    data: dict[str, Any] = {
        "@type": "VideoObject",
        "embedUrl": page.video.embed_url if page.video else None,
        "uploadDate": page.published_on.isoformat() if page.published_on else None,
        "duration": page.iso_duration,
        "inLanguage": page.language,
    }
    return {key: value for key, value in data.items() if value}
