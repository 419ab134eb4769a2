"""Blocks whose pages are found when they are shown."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import F
from wagtail import blocks
from wagtail.models import Page

from hub.content.blocks import groups
from hub.content.blocks.image_chooser import with_sizes
from hub.content.blocks.page_chooser import page_representation
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


class ListingBlock(StructBlock):
    """A block whose pages are found when it is shown. Subclasses say which in `find`.

    `index` is the type of the page that lists all of them.
    """

    title = CharBlock(label="Titre", max_length=120)
    index: type[BasePage] | None = None

    def find(self, value: Any) -> Iterable[Page]:
        """Return the pages to show, under their own types, with all that their cards show."""
        raise NotImplementedError

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the `pages` found, and the page that lists all of them."""
        context = super().get_context(value, parent_context=parent_context)
        key = (self.name, value.get("number"))
        return {**context, **kept_with_page(context, key, lambda: self.read(value))}

    def read(self, value: Any) -> dict[str, Any]:
        """Return what is read for the block; no visitor changes it."""
        index = self.index and self.index.objects.visible().order_by("path").first()
        return {"pages": list(self.find(value)), "index": index}

    def get_api_representation(
        self, value: Any, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the title and the pages found."""
        return {
            "title": value["title"],
            "pages": [page_representation(page) for page in self.find(value)],
        }


class FirstPagesBlock(ListingBlock):
    """The first pages of those that `candidates` gives, as many as the editor says."""

    number = blocks.IntegerBlock(label="Nombre", default=3, min_value=1, max_value=12)

    def candidates(self) -> Any:
        """Return the queryset of the pages that may be shown, the first ones first."""
        raise NotImplementedError

    def find(self, value: Any) -> Iterable[Page]:
        """Return as many of the candidates as asked for."""
        return self.candidates()[: value["number"] or 0]


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

    def find(self, value: Any) -> Iterable[Page]:
        """Return the theme pages in the order of the tree."""
        # The model of the theme page is defined by the module that imports this one.
        themes = apps.get_model("home", "ThemePage").objects
        return themes.visible().defer_streamfields().order_by("path")

    class Meta:
        label = "Thèmes"
        icon = "tag"
        group = groups.HOME
        description = "Toutes les pages de thème, mises à jour automatiquement."
        template = "blocks/themes.html"
        preview_value = {"title": "Explorer par thème"}
