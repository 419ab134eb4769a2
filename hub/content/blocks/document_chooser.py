"""A document chosen by the editor."""

from collections.abc import Iterable

from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock
from wagtail.documents.models import AbstractDocument

from hub.content.collections import open_to_public
from hub.content.equivalents import read_equivalents

_PUBLIC = "_open_to_public"


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
