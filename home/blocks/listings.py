"""Blocks whose pages are found when they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db.models import F, QuerySet
from wagtail import blocks
from wagtail.models import Page

from hub.content.api.cards import read_cards
from hub.content.api.context import ApiContext
from hub.content.api.json_schema import Schema, nullable, reference, several, with_properties
from hub.content.api.reading import Need, needed, read_needs
from hub.content.blocks import groups
from hub.content.blocks.image_chooser import with_sizes
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.struct import StructBlock
from hub.content.models import BasePage
from hub.content.models.page import kept_with_page
from initiatives.models import (
    EventIndexPage,
    EventPage,
    InitiativeIndexPage,
    InitiativePage,
    LaureateIndexPage,
    LaureateStoryPage,
)

# A kind of listing and how many pages it shows.
ListingKey = tuple[type["ListingBlock"], int | None]


class ListingBlock(StructBlock):
    """A block whose pages are found when it is shown. Subclasses say which in `find`.

    `index` is the type of the page that lists all of them.
    """

    title = CharBlock(label="Titre", max_length=120)
    index: type[BasePage] | None = None

    def find(self, value: Any) -> QuerySet[Any]:
        """Return the pages to show, under their own types, with all that their cards show."""
        raise NotImplementedError

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the `pages` found, and the page that lists all of them."""
        context = super().get_context(value, parent_context=parent_context)
        key = (self.name, value.get("number"))
        return {**context, **kept_with_page(context, key, lambda: self.read(value))}

    def read(self, value: Any) -> dict[str, Any]:
        """Return what is read for the block; no visitor changes it."""
        return {"pages": list(self.find(value)), "index": self.index_page()}

    def index_page(self) -> Page | None:
        """Return the page that lists all of them, where there is one that the public may see."""
        return self.index.objects.visible().order_by("path").first() if self.index else None

    def api_needs(self, stored: Any) -> Iterator[Need]:
        """Yield what is found when the block is given."""
        yield read_listings, self._api_key(stored if isinstance(stored, dict) else {})

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any]:
        """Add the pages found, and a link to the page that lists all of them."""
        return {**fields, **needed(read_listings, self._api_key(fields), ctx)}

    def _api_key(self, fields: dict[str, Any]) -> ListingKey:
        return type(self), fields.get("number")

    def api_schema(self, fields: Schema) -> Schema:
        """Add those of the pages and of the link."""
        pages = several(reference("PageCard"))
        return with_properties(fields, pages=pages, all=nullable(reference("LinkJson")))

    class Meta:
        api_template = "api/blocks/pages.html"


def read_listings(keys: Sequence[ListingKey], ctx: ApiContext) -> Mapping[ListingKey, Any]:
    """Return the pages that blocks show now, and the lists that hold all of them."""
    found = {
        (kind, number): list(kind().find({"number": number}).values_list("pk", flat=True))
        for kind, number in keys
    }
    indexes = {kind: kind().index_page() for kind, _ in keys}
    shown = [page.pk for page in indexes.values() if page is not None]
    refs = ctx.refs([*shown, *(pk for pages in found.values() for pk in pages)])
    read_needs(((read_cards, pk) for pages in found.values() for pk in pages), ctx)

    def link(index: Page | None) -> dict[str, Any] | None:
        page = refs.get(index.pk) if index is not None else None
        return {"label": page["title"], "url": page["url"], "page": page} if page else None

    return {
        key: {
            "pages": [card for pk in pages if (card := needed(read_cards, pk, ctx))],
            "all": link(indexes[key[0]]),
        }
        for key, pages in found.items()
    }


class FirstPagesBlock(ListingBlock):
    """The first pages of those that `candidates` gives, as many as the editor says."""

    number = blocks.IntegerBlock(label="Nombre", default=3, min_value=1, max_value=12)

    def candidates(self) -> Any:
        """Return the queryset of the pages that may be shown, the first ones first."""
        raise NotImplementedError

    def find(self, value: Any) -> QuerySet[Any]:
        """Return as many of the candidates as asked for."""
        found: QuerySet[Any] = self.candidates()[: value["number"] or 0]
        return found


class LatestLaureatesBlock(FirstPagesBlock):
    """The stories of the last laureates."""

    index = LaureateIndexPage

    def candidates(self) -> Any:
        """Return the stories of the latest prize first."""
        stories = LaureateStoryPage.objects.visible().defer_streamfields()
        shown = stories.select_related("prize_result").prefetch_related(with_sizes())
        year = F("prize_result__year").desc(nulls_last=True)
        return shown.order_by(year, "-first_published_at", "-pk")

    class Meta:
        label = "Derniers lauréats"
        icon = "success"
        group = groups.HOME
        description = "Les histoires des lauréats les plus récents, mises à jour automatiquement."
        template = "blocks/latest_laureates.html"
        preview_value = {"title": "Lauréats : à eux la parole", "number": 3}


class LatestInitiativesBlock(FirstPagesBlock):
    """The fiches published last."""

    index = InitiativeIndexPage

    def candidates(self) -> Any:
        """Return the fiches, those published last first."""
        fiches = InitiativePage.objects.visible().for_cards()
        return fiches.order_by("-year", "-first_published_at", "-pk")

    def read(self, value: Any) -> dict[str, Any]:
        """Add how many fiches there are in all."""
        return super().read(value) | {"total": InitiativePage.objects.visible().count()}

    class Meta:
        label = "Dernières initiatives"
        icon = "doc-full"
        group = groups.HOME
        description = "Les fiches les plus récentes, mises à jour automatiquement."
        template = "blocks/latest_initiatives.html"
        preview_value = {"title": "Dernières initiatives", "number": 3}


class NextEventsBlock(FirstPagesBlock):
    """The events to come."""

    index = EventIndexPage

    def candidates(self) -> Any:
        """Return the events that are not over, the next one first."""
        return EventPage.objects.visible().for_cards().coming()

    class Meta:
        label = "Prochains événements"
        icon = "date"
        group = groups.HOME
        description = "Les événements à venir, mis à jour automatiquement."
        template = "blocks/next_events.html"
        preview_value = {"title": "Prochaine étape", "number": 3}


class ThemesBlock(ListingBlock):
    """The doors to the subjects."""

    def find(self, value: Any) -> QuerySet[Any]:
        """Return the theme pages in the order of the tree."""
        # The model of the theme page is defined by the module that imports this one.
        themes = apps.get_model("home", "ThemePage").objects
        found: QuerySet[Any] = themes.visible().defer_streamfields().order_by("path")
        return found

    class Meta:
        label = "Thèmes"
        icon = "tag"
        group = groups.HOME
        description = "Toutes les pages de thème, mises à jour automatiquement."
        template = "blocks/themes.html"
        preview_value = {"title": "Explorer par thème"}
