"""A block that answers a saved search each time it is shown."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from wagtail import blocks

from hub.content.blocks import groups
from hub.content.blocks.page_chooser import page_representation
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from search.engines.contract import EngineDownError
from search.live import LiveAnswers, kept_answers, live_answers
from search.query import PER_PAGE
from search.saved import SavedSearchError, read_saved, saved_address


class SearchAddressBlock(CharBlock):
    """The address of a page of results; kept in its canonical form."""

    def clean(self, value: Any) -> Any:
        """Return the canonical address; refuse, in French, what is no search."""
        text = super().clean(value)
        try:
            return saved_address(read_saved(text)) if text else text
        except SavedSearchError as error:
            raise ValidationError(str(error), code="no_search") from error

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return nothing: nobody looks for an address, and excerpts would show it."""
        return []


class SavedSearchBlock(StructBlock):
    """The first answers of a saved search, and the way to all of them."""

    title = CharBlock(label="Titre", max_length=120)
    address = SearchAddressBlock(
        label="Adresse de la recherche",
        max_length=2000,
        help_text="Cherchez sur le site, choisissez les filtres, puis collez ici l’adresse de la "
        "page de résultats. Par exemple : /recherche/?theme=semaine-4-jours.",
    )
    number = blocks.IntegerBlock(label="Nombre", default=3, min_value=1, max_value=PER_PAGE)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the `cards`, the `total` and the `address` of all; nothing without an answer."""
        context = super().get_context(value, parent_context=parent_context)
        key = (self.name, value.get("address"), value.get("number"))
        found = kept_answers(context, key, lambda: self.find(value, context.get("request")))
        return {**context, **vars(found)}

    def find(self, value: Any, request: HttpRequest | None = None) -> LiveAnswers:
        """Return what the search answers now; nothing for one that has lost its meaning.

        Raises EngineDownError.
        """
        try:
            query = read_saved(value.get("address") or "")
        except SavedSearchError:  # a term that has left since
            return LiveAnswers()
        return live_answers(query, value.get("number") or 0, request)

    def get_api_representation(
        self, value: Any, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the title, the address and the pages found."""
        try:
            found = self.find(value)
        except EngineDownError:
            found = LiveAnswers()
        return {
            "title": value["title"],
            "address": value["address"],
            "total": found.total,
            "pages": [page_representation(card.page) for card in found.cards],
        }

    class Meta:
        label = "Résultats d’une recherche"
        icon = "search"
        group = groups.LINKS
        description = "Les premières réponses d’une recherche, mises à jour automatiquement."
        template = "blocks/saved_search.html"
        preview_value = {
            "title": "À lire sur ce sujet",
            "address": "/recherche/?type=initiative",
            "number": 3,
        }
