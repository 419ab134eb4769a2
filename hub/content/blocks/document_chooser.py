"""A document chosen by the editor."""

from collections.abc import Iterable
from typing import Any

from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock
from wagtail.documents.models import AbstractDocument
from wagtail.models import CollectionViewRestriction

from hub.content.equivalents import read_equivalents

_PUBLIC = "_open_to_public"

_ACCESSIBILITY = {"oui": True, "non": False}


def open_to_public(documents: Iterable[AbstractDocument]) -> set[int]:
    """Return the keys of the documents that stand in no private collection."""
    closed = tuple(
        CollectionViewRestriction.objects.order_by("pk").values_list("collection__path", flat=True)
    )
    return {
        document.pk for document in documents if not document.collection.path.startswith(closed)
    }


def public_document(document: AbstractDocument | None) -> AbstractDocument | None:
    """Return the document where anybody may download it, else None."""
    if document is None:
        return None
    if not hasattr(document, _PUBLIC):
        setattr(document, _PUBLIC, bool(open_to_public([document])))
    return document if getattr(document, _PUBLIC) else None


class DocumentChooserBlock(WagtailDocumentChooserBlock):
    """A document chooser that reads the documents of a stream in a constant number of queries."""

    def to_python(self, value: int | None) -> AbstractDocument | None:
        """Take a primary key; return the document, None where it is gone."""
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[AbstractDocument | None]:
        """Take primary keys; return the documents, None for those that are gone."""
        keys = list(values)
        wanted = {key for key in keys if key is not None}
        if not wanted:
            return [None for _ in keys]
        found = self.model_class.objects.select_related("collection").in_bulk(wanted)
        public = open_to_public(found.values())
        for document in found.values():
            setattr(document, _PUBLIC, document.pk in public)
        read_equivalents(found.values())
        return [found.get(key) for key in keys]

    def get_api_representation(
        self, value: AbstractDocument | None, context: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        """Return title, address, format, weight and accessibility (None when not assessed)."""
        shown = public_document(value)
        if shown is None:
            return None
        return {
            "title": shown.title,
            "url": shown.url,
            "format": shown.format_label,
            "bytes": shown.get_file_size(),
            "accessible": _ACCESSIBILITY.get(shown.accessibility),
        }
