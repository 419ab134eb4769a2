"""The sheet of a publication."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hub.content.blocks.document_chooser import public_document
from initiatives.models.initiative import InitiativePage

if TYPE_CHECKING:
    from wagtail.documents.models import AbstractDocument

    from initiatives.models import Measure, PublicationFigure, PublicationPage


class PublicationSheet:
    """Everything that the page of a publication shows."""

    def __init__(self, page: PublicationPage) -> None:
        self.page = page

    @cached_property
    def initiatives(self) -> list[InitiativePage]:
        """The visible fiches that it gathers, in the editor's order."""
        chosen = [link.initiative_id for link in self.page.initiative_links.all()]
        return InitiativePage.objects.for_cards().in_this_order(chosen)

    @cached_property
    def file(self) -> AbstractDocument | None:
        """Its file, where anybody may download it."""
        return public_document(self.page.document)

    @cached_property
    def measures(self) -> list[Measure]:
        """Its dated figures, the newest first."""
        return list(self.page.measures.all()) if self.page.pk else []

    @cached_property
    def figures(self) -> list[PublicationFigure]:
        """Its key figures, in the editor's order."""
        return list(self.page.figures.all())
