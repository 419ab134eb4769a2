"""A block that answers a saved search each time it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from wagtail import blocks

from hub.content.api.context import ApiContext
from hub.content.api.json_schema import TEXT, Schema, an_object, nullable, reference, several
from hub.content.api.reading import Need, needed
from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from search.live import LiveAnswers, kept_answers, live_answers
from search.live_json import SearchKey, read_searches
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

    def api_needs(self, stored: Any) -> Iterator[Need]:
        """Yield the search: what it answers is found when the block is given."""
        yield read_searches, _key_of(stored if isinstance(stored, dict) else {})

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any]:
        """Return the search, and what it answers now."""
        found = needed(read_searches, _key_of(fields), ctx)
        return {"title": fields["title"], "number": fields["number"], **found}

    def api_schema(self, fields: Schema) -> Schema:
        """Return that of a search and of its answers."""
        return an_object(
            title=TEXT,
            number=fields["properties"]["number"],
            query=TEXT,
            total={"type": ["integer", "null"]},
            pages=several(reference("PageCard")),
            all=nullable(reference("LinkJson")),
        )

    class Meta:
        label = "Résultats d’une recherche"
        icon = "search"
        group = groups.LINKS
        description = "Les premières réponses d’une recherche, mises à jour automatiquement."
        template = "blocks/saved_search.html"
        api_template = "api/blocks/pages.html"
        preview_value = {
            "title": "À lire sur ce sujet",
            "address": "/recherche/?type=initiative",
            "number": 3,
        }


def _key_of(fields: dict[str, Any]) -> SearchKey:
    return str(fields.get("address") or ""), int(fields.get("number") or 0)
