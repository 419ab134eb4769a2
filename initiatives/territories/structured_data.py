"""JSON-LD of the pages of territories (schema.org)."""

from __future__ import annotations

from typing import Any

from initiatives.territories.territory import Territory
from initiatives.territories.wording import REGION

CONTEXT = "https://schema.org"
# INSEE, code officiel géographique: the région.
REGION_CODE = "27"


def region_json_ld() -> dict[str, Any]:
    """Return a `CollectionPage` about the région."""
    return {"@context": CONTEXT, "@type": "CollectionPage", "about": _region()}


def territory_json_ld(found: Territory) -> dict[str, Any]:
    """Return a `CollectionPage` about a territory, a `Place` inside the région."""
    about = {
        "@type": "AdministrativeArea",
        "name": found.title,
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "INSEE" if found.is_departement else "SIREN",
            "value": found.code,
        },
        "containedInPlace": _region(),
    }
    return {"@context": CONTEXT, "@type": "CollectionPage", "name": found.title, "about": about}


def _region() -> dict[str, Any]:
    return {
        "@type": "AdministrativeArea",
        "name": REGION,
        "identifier": {"@type": "PropertyValue", "propertyID": "INSEE", "value": REGION_CODE},
    }
