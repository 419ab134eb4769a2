"""What the home page may hold, and the blocks that stand only there."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import F
from wagtail import blocks
from wagtail.models import Page

from hub.content.blocks import groups, preview
from hub.content.blocks.body import BodyBlocks
from hub.content.blocks.cards import cards
from hub.content.blocks.page_chooser import page_representation
from hub.content.blocks.plain_text import CharBlock, TextBlock
from hub.content.blocks.struct import StructBlock
from hub.content.models import BasePage
from initiatives.blocks import OrganisationChooserBlock
from initiatives.models import (
    EventIndexPage,
    EventPage,
    LaureateIndexPage,
    LaureateStoryPage,
)

__all__ = ["HomeBlocks"]


class HeroSearchBlock(StructBlock):
    """What the site is, and the search box. The search is a plain GET form."""

    title = CharBlock(label="Titre", max_length=120)
    intro = TextBlock(label="Introduction", required=False, rows=2, max_length=300)

    class Meta:
        label = "Recherche"
        icon = "search"
        group = groups.HOME
        description = "Le titre du site, une phrase et la recherche d’initiatives."
        template = "blocks/hero_search.html"
        preview_value = {
            "title": "Des innovations sociales qui donnent des idées",
            "intro": "163 initiatives de Bourgogne-Franche-Comté, racontées par leurs équipes.",
        }


class ListingBlock(StructBlock):
    """A block whose pages are found when it is shown. Subclasses say which in `find`.

    `index` is the type of the page that lists all of them, `detail` what a card tells besides.
    """

    title = CharBlock(label="Titre", max_length=120)
    index: type[BasePage] | None = None
    detail = ""

    def find(self, value: Any) -> Iterable[Page]:
        """Return the pages to show, under their own types."""
        raise NotImplementedError

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the cards of the pages found, and the page that lists all of them."""
        context = super().get_context(value, parent_context=parent_context)
        index = self.index and self.index.objects.visible().order_by("path").first()
        return {**context, "cards": cards(self.find(value), self.detail), "index": index}

    def get_api_representation(
        self, value: Any, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the title and the pages found."""
        return {
            "title": value["title"],
            "pages": [page_representation(page) for page in self.find(value)],
        }


class LatestLaureatesBlock(ListingBlock):
    """The stories of the last laureates."""

    number = blocks.IntegerBlock(label="Nombre", default=3, min_value=1, max_value=12)
    index = LaureateIndexPage

    def find(self, value: Any) -> Iterable[Page]:
        """Return the stories of the latest prize first."""
        stories = LaureateStoryPage.objects.visible().defer_streamfields()
        year = F("prize_result__year").desc(nulls_last=True)
        return stories.order_by(year, "-first_published_at", "-pk")[: value["number"] or 0]

    class Meta:
        label = "Derniers lauréats"
        icon = "success"
        group = groups.HOME
        description = "Les histoires des lauréats les plus récents, tenues à jour toutes seules."
        template = "blocks/latest_laureates.html"
        preview_value = {"title": "Les derniers lauréats", "number": 3}


class NextEventsBlock(ListingBlock):
    """The events to come."""

    number = blocks.IntegerBlock(label="Nombre", default=3, min_value=1, max_value=12)
    index = EventIndexPage
    detail = "when"

    def find(self, value: Any) -> Iterable[Page]:
        """Return the events that are not over, the next one first."""
        events = EventPage.objects.visible().coming().defer_streamfields()
        return events[: value["number"] or 0]

    class Meta:
        label = "Prochains événements"
        icon = "date"
        group = groups.HOME
        description = "Les événements à venir, tenus à jour tout seuls."
        template = "blocks/next_events.html"
        preview_value = {"title": "Prochains rendez-vous", "number": 3}


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
        description = "Toutes les pages de thème, tenues à jour toutes seules."
        template = "blocks/themes.html"
        preview_value = {"title": "Par thème"}


class PartnersBlock(StructBlock):
    """The logos of partners, each leading to the page of the organisation."""

    title = CharBlock(label="Titre", max_length=120)
    organisations = blocks.ListBlock(
        OrganisationChooserBlock(label="Organisation"), label="Organisations"
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the organisations that still exist."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "organisations": list(filter(None, value["organisations"]))}

    def get_api_representation(
        self, value: Any, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the title and the organisations that still exist."""
        form: dict[str, Any] = super().get_api_representation(value, context=context)
        return {**form, "organisations": list(filter(None, form["organisations"]))}

    class Meta:
        label = "Partenaires"
        icon = "group"
        group = groups.HOME
        description = "Les logos des partenaires choisis."
        template = "blocks/partners.html"

        @staticmethod
        def preview_value() -> dict[str, Any]:
            """The first organisation of the site."""
            return {
                "title": "Nos partenaires",
                "organisations": [preview.first("initiatives.Organisation")],
            }


class HomeBlocks(BodyBlocks):
    """What the home page may hold."""

    hero_search = HeroSearchBlock()
    latest_laureates = LatestLaureatesBlock()
    next_events = NextEventsBlock()
    themes = ThemesBlock()
    partners = PartnersBlock()

    class Meta:
        label = "Contenu"
