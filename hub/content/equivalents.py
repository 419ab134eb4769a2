"""The one place of a rule: a document that is not accessible has a page that says the same.

Source: RGAA 4.1.2, criteria 13.3 and 13.4. Only « Non accessible » obliges: a document that nobody
assessed says so beside its link.
"""

from collections.abc import Iterable

from wagtail.models import Page

from hub.content.models.document import DocumentAccessibility, HubDocument
from hub.content.models.page import visible_pages

_SHOWN = "_shown_equivalent"


def read_equivalents(documents: Iterable[HubDocument]) -> None:
    """Read the pages that say the same as several documents: two queries, or none."""
    held = list(documents)
    wanted = {document.equivalent_id for document in held if document.equivalent_id}
    found = visible_pages().in_bulk(wanted) if wanted else {}
    for document in held:
        setattr(document, _SHOWN, found.get(document.equivalent_id))


def equivalent_of(document: HubDocument | None) -> Page | None:
    """Return the page that says the same as a document, None where the public may not see it."""
    if document is None:
        return None
    if not hasattr(document, _SHOWN):
        read_equivalents([document])
    page: Page | None = getattr(document, _SHOWN)
    return page


def lacks_equivalent(document: HubDocument | None, page: Page | None = None) -> bool:
    """Whether a page that offers a document may not be published.

    `page` is the equivalent chosen for this use, which the public must be able to see.
    """
    if document is None or document.accessibility != DocumentAccessibility.NO:
        return False
    return page is None and equivalent_of(document) is None


def refusal(document: HubDocument) -> str:
    """Return what an editor is told when the equivalent is missing."""
    return (
        f"« {document.title} » n’est pas accessible : choisissez une page publiée qui donne le "
        "même contenu, ici ou dans la fiche du document."
    )
