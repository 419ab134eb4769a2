"""Documents as JSON: address, format, weight, accessibility and the page that says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.context import ApiContext
from hub.content.api.schemas import Address, PageRef
from hub.content.collections import open_to_public
from hub.content.equivalents import equivalent_of, read_equivalents
from hub.content.models.document import DocumentAccessibility, HubDocument
from hub.content.surroundings import surroundings

_ACCESSIBLE: dict[str, bool] = {DocumentAccessibility.YES: True, DocumentAccessibility.NO: False}


class DocumentJson(TypedDict):
    """Document à télécharger."""

    title: Annotated[str, Field(description="Titre.")]
    url: Address
    format: Annotated[str, Field(description="Format, en capitales.", examples=["PDF"])]
    bytes: Annotated[int | None, Field(description="Poids en octets.")]
    accessible: Annotated[
        bool | None, Field(description="Lisible par un lecteur d’écran ; nul : non évalué.")
    ]
    equivalent: Annotated[PageRef | None, Field(description="Page qui donne le même contenu.")]


def read_documents(keys: Sequence[int], ctx: ApiContext) -> Mapping[int, HubDocument]:
    """Return the documents of these keys, those of private collections left out."""
    found = HubDocument.objects.select_related("collection").in_bulk(list(keys))
    public = open_to_public(found.values(), surroundings(ctx.request).closed_collections)
    shown = {key: document for key, document in found.items() if key in public}
    read_equivalents(shown.values())
    ctx.refs(equivalent.pk for one in shown.values() if (equivalent := equivalent_of(one)))
    return shown


def document_json(document: HubDocument | None, ctx: ApiContext) -> DocumentJson | None:
    """Return a document that the public may download; None for none."""
    if document is None:
        return None
    return {
        "title": document.title,
        "url": ctx.absolute(document.url),
        "format": document.format_label,
        "bytes": document.get_file_size(),
        "accessible": _ACCESSIBLE.get(document.accessibility),
        "equivalent": ctx.ref(equivalent_of(document)),
    }
