"""The results of a search as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from hub.content import licence
from hub.plugins import Representation, Selection
from hub.territory.drawing import ATTRIBUTION
from initiatives.models import InitiativePage
from initiatives.querysets import theme_links

# No contact, and nothing that an editor did not publish.
FIELDS = (
    "uid", "title", "slug", "path", "depth", "url_path", "commune_code", "departement", "epci",
    "longitude", "latitude", "precision", "last_published_at", "content_type", "live",
)  # fmt: skip


def write_geojson(selection: Selection) -> Iterator[bytes]:
    """Yield a FeatureCollection; an initiative without a place is one without geometry.

    `total` comes last: it is that of what was given, unless there are more results than that.
    """
    head = {
        "type": "FeatureCollection",
        "titre": selection.title,
        "adresse": selection.address,
        "licence": licence.ADDRESS,
        "attribution": ATTRIBUTION,
    }
    yield f'{_json(head)[:-1]},"features":['.encode()
    count = 0
    for page in selection.pages(_with_what_it_says):
        yield f"{',' if count else ''}\n{_json(feature_of(page, selection))}".encode()
        count += 1
    total = count if selection.is_complete else selection.total
    tail = {"total": total, "complet": selection.is_complete}
    yield f"\n],{_json(tail)[1:]}\n".encode()


def feature_of(page: InitiativePage, selection: Selection) -> dict[str, Any]:
    """Return an initiative as a Feature."""
    published = page.last_published_at
    return {
        "type": "Feature",
        "id": str(page.uid),
        "geometry": _geometry(page),
        "properties": {
            "identifiant": str(page.uid),
            "titre": page.title,
            "adresse": selection.address_of(page),
            "commune": page.commune.name if page.commune else None,
            "code_insee": page.commune_code or None,
            "departement": page.departement_label or None,
            "code_departement": page.departement or None,
            "epci": page.epci_label or None,
            "code_epci": page.epci or None,
            "precision": page.precision or None,
            "themes": [term.name for term in page.themes],
            "mise_a_jour": timezone.localtime(published).isoformat() if published else None,
        },
    }


def _geometry(page: InitiativePage) -> dict[str, Any] | None:
    point = page.location
    return {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None


def _with_what_it_says(pages: Any) -> Any:
    return pages.only(*FIELDS).prefetch_related(theme_links())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


GEOJSON = Representation(
    suffix="geojson",
    media_type="application/geo+json",
    label="GeoJSON (pour une carte)",
    write=write_geojson,
    kinds=frozenset({"initiative"}),
)
