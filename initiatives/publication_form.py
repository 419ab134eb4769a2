"""What a published publication needs beyond its required fields."""

from typing import Any

from hub.content.equivalents import equivalent_of
from hub.content.models import BasePageForm, DocumentAccessibility

# Less is an announcement of the file, not its content.
LEAST_TEXT = 300


class PublicationForm(BasePageForm):
    """Form of a publication: where its file is not accessible, its text says the same."""

    def clean_publication(self, cleaned: dict[str, Any]) -> None:
        """Require a text in the page, unless another page says the same as the file."""
        for message in missing_text(cleaned.get("document"), cleaned.get("body"), self.instance.pk):
            self.add_error("document", message)


def missing_text(document: Any, body: Any, page_key: int | None) -> list[str]:
    """Return a French message where a file that is not accessible is said nowhere in HTML.

    `page_key` is that of the publication that holds the file, whose text is `body`.
    """
    if document is None or document.accessibility != DocumentAccessibility.NO:
        return []
    page = equivalent_of(document)
    is_said_elsewhere = page is not None and page.pk != page_key
    if is_said_elsewhere or text_length(body) >= LEAST_TEXT:
        return []
    return [
        f"« {document.title} » n’est pas accessible : écrivez son contenu dans la page, ou "
        "choisissez une page équivalente dans la fiche du document."
    ]


def text_length(body: Any) -> int:
    """Return the number of characters of the texts of a stream."""
    if not body:
        return 0
    return sum(len(text) for text in body.stream_block.get_searchable_content(body))
