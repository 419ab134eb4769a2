"""JSON-LD of the domain (schema.org), as data; the page template prints it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse

from hub.content.addresses import public_url
from initiatives.models.organisation import Organisation, OrganisationRole
from initiatives.models.vocabulary import Scheme, Term

if TYPE_CHECKING:
    from initiatives.models import EventPage, InitiativePage, VideoPage

CONTEXT = "https://schema.org"
INSEE, SIRET = "INSEE", "SIRET"


def identifier(kind: str, value: str) -> dict[str, Any]:
    """Return a code of a register, as a `PropertyValue`."""
    return {"@type": "PropertyValue", "propertyID": kind, "value": value}


def organisation_json_ld(organisation: Organisation) -> dict[str, Any]:
    """Return an `Organization`: name, address of its site, SIRET where it is known."""
    data: dict[str, Any] = {
        "@type": "Organization",
        "@id": f"urn:uuid:{organisation.uid}",
        "name": organisation.name,
    }
    if organisation.website:
        data |= {"url": organisation.website, "sameAs": organisation.website}
    if organisation.siret:
        data |= {
            "legalName": organisation.name,
            "identifier": identifier(SIRET, organisation.siret),
        }
    return data


def scheme_json_ld(scheme: Scheme, request: HttpRequest) -> dict[str, Any]:
    """Return a vocabulary as a `DefinedTermSet`, known by its address."""
    address = public_url(reverse("vocabulary", args=[scheme.value]), request)
    return {"@type": "DefinedTermSet", "@id": address, "name": scheme.label, "url": address}


def vocabulary_json_ld(scheme: Scheme, request: HttpRequest) -> dict[str, Any]:
    """Return a vocabulary with its terms, each by its identity."""
    terms = [
        {"@type": "DefinedTerm", "@id": f"urn:uuid:{term.uid}", "name": term.name}
        for term in Term.objects.of(scheme)
    ]
    return scheme_json_ld(scheme, request) | ({"hasDefinedTerm": terms} if terms else {})


def term_json_ld(term: Term, request: HttpRequest) -> dict[str, Any]:
    """Return a `DefinedTerm` in the set of its vocabulary."""
    data: dict[str, Any] = {
        "@type": "DefinedTerm",
        "@id": f"urn:uuid:{term.uid}",
        "name": term.name,
        "termCode": term.notation or term.slug,
        "url": public_url(term.get_absolute_url(), request),
        "inDefinedTermSet": scheme_json_ld(Scheme(term.scheme), request),
    }
    if term.definition:
        data["description"] = term.definition
    return data


def address_json_ld(page: Any) -> dict[str, Any] | None:
    """Return the `PostalAddress` of a page with a commune, else None."""
    if not page.commune:
        return None
    address = {
        "@type": "PostalAddress",
        "addressLocality": page.commune.name,
        "addressRegion": "Bourgogne-Franche-Comté",
        "addressCountry": "FR",
    }
    return address | ({"streetAddress": page.address} if page.address else {})


def place_json_ld(page: Any) -> dict[str, Any] | None:
    """Return a `Place` for a page with a commune or a point, else None."""
    if not (page.commune or page.has_point):
        return None
    place: dict[str, Any] = {"@type": "Place"}
    if address := address_json_ld(page):
        place["address"] = address
    if page.has_point:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(page.latitude),
            "longitude": float(page.longitude),
        }
    return place


def initiative_json_ld(page: InitiativePage, request: HttpRequest) -> dict[str, Any]:
    """Return a fiche as a `Project`, kept apart from the organisation that carries it.

    `foundingDate` is not said: the fiche knows when it was recorded, not when it began.
    """
    project: dict[str, Any] = {
        "@type": "Project",
        "@id": f"urn:uuid:{page.uid}",
        "name": page.title,
        "alternateName": page.quoted_title,
        "description": page.summary,
        "url": page.website,
        "keywords": [term_json_ld(given.tag, request) for given in page.characterisations.all()],
        "award": [result.award_label for result in page.results if result.is_laureate],
        "parentOrganization": _carrier(page),
        "sponsor": [
            organisation_json_ld(one) for one in page.organisations(OrganisationRole.FUNDER)
        ],
        "location": place_json_ld(page),
        "areaServed": _area(page),
        "additionalProperty": list(_properties(page)),
    }
    return {name: value for name, value in project.items() if value}


def _carrier(page: InitiativePage) -> dict[str, Any] | None:
    """Return the first carrier, with the number of people and the address that the fiche gives."""
    carriers = page.organisations(OrganisationRole.CARRIER)
    if not carriers:
        return None
    carrier = organisation_json_ld(carriers[0])
    if page.headcount is not None:
        carrier["numberOfEmployees"] = {"@type": "QuantitativeValue", "value": page.headcount}
    if address := address_json_ld(page):
        carrier["address"] = address
    return carrier


def _area(page: InitiativePage) -> dict[str, Any] | None:
    if not page.departement_label:
        return None
    return {
        "@type": "AdministrativeArea",
        "name": page.departement_label,
        "identifier": identifier(INSEE, page.departement),
    }


def _properties(page: InitiativePage) -> list[dict[str, Any]]:
    """Return what schema.org has no word for; the day of verification is not that of a change."""
    verified = page.last_verified
    known = {
        "dateVerification": verified.isoformat() if verified else None,
        "anneeRecensement": page.year,
    }
    return [
        {"@type": "PropertyValue", "name": name, "value": value}
        for name, value in known.items()
        if value
    ]


def event_json_ld(page: EventPage) -> dict[str, Any]:
    """Return the properties of an `Event`, who organises it among them."""
    organisers = page.organisations(OrganisationRole.ORGANISER)
    return stage_json_ld(page) | {"organizer": [organisation_json_ld(one) for one in organisers]}


def stage_json_ld(page: EventPage) -> dict[str, Any]:
    """Return when and where an `Event` is, dates with their offset where hours are known.

    Of an imprecise date only the years are said: ISO 8601 lets a date be that coarse.
    """
    status = "EventCancelled" if page.is_cancelled else "EventScheduled"
    data: dict[str, Any] = {
        "@type": "Event",
        "@id": f"urn:uuid:{page.uid}",
        "startDate": page.start_iso or _year(page.start_date),
        "endDate": page.end_iso or _year(page.end_date or page.start_date),
        "eventStatus": f"https://schema.org/{status}",
    }
    place = place_json_ld(page)
    if place or page.place_name:
        name = page.place_name or page.place_label or page.title
        data["location"] = {"@type": "Place"} | (place or {}) | {"name": name}
        data["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode"
    if page.registration_url and not (page.is_past or page.is_cancelled):
        data["offers"] = {"@type": "Offer", "url": page.registration_url}
    return data


def _year(day: datetime.date | None) -> str | None:
    return str(day.year) if day else None


def video_json_ld(page: VideoPage) -> dict[str, Any]:
    """Return the properties of a `VideoObject`; the day of the page stands in for its own."""
    data: dict[str, Any] = {
        "@type": "VideoObject",
        "@id": f"urn:uuid:{page.uid}",
        "embedUrl": page.video.embed_url if page.video else None,
        "uploadDate": page.published_on.isoformat() if page.published_on else None,
        "duration": page.iso_duration,
        "inLanguage": page.language,
    }
    return {key: value for key, value in data.items() if value}
