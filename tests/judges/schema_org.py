"""What a JSON-LD processor reads of structured data, and which of it schema.org does not know."""

from pyld import jsonld
from rdflib.namespace import SDO

ROOT = "https://schema.org/"
# A minimal stand-in for https://schema.org/docs/jsonldcontext.json, made for these tests: nothing
# is asked of the network. Every word is one of schema.org; these hold addresses.
CONTEXT = {
    "@vocab": ROOT,
    **{
        name: {"@type": "@id"}
        for name in (
            "contentUrl", "embedUrl", "eventAttendanceMode", "eventStatus", "image", "item", "logo",
            "sameAs", "thumbnailUrl", "url",
        )
    },
}  # fmt: skip
# In schema.org, and not yet in the list of rdflib.
NEWER = {"observationAbout", "measurementMethod", "query-input"}


def load(address, options=None):
    """Give the context of schema.org, and nothing else."""
    if address.rstrip("/") != ROOT.rstrip("/"):
        raise jsonld.JsonLdError(f"A page asks for {address}.", "jsonld.LoadDocumentError")
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": CONTEXT},
    }


def unknown_to_schema_org(data):
    """Return the types and properties that are none of schema.org, once expanded."""
    expanded = jsonld.expand(data, {"documentLoader": load})
    assert expanded, "A processor reads nothing of it."
    return sorted(one for one in _words(expanded) if not _is_known(one))


def _words(node):
    """Yield all types and properties, as addresses."""
    if isinstance(node, list):
        for one in node:
            yield from _words(one)
    elif isinstance(node, dict):
        yield from node.get("@type", []) if "@value" not in node else []
        for name, value in node.items():
            if not name.startswith("@"):
                yield name
            if name not in {"@type", "@id", "@value", "@language"}:
                yield from _words(value)


def _is_known(address):
    name = address.removeprefix(ROOT)
    return address.startswith(ROOT) and (name in NEWER or name in SDO)
