"""The lists: fiches, laureates by year, events, videos, publications."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from hub.content.blocks.image_chooser import with_sizes
from hub.content.models import BasePage
from hub.content.structured_data import item_list
from initiatives.models.event import EventPage, EventSeriesPage
from initiatives.models.initiative import InitiativePage
from initiatives.models.laureate import LaureateStoryPage
from initiatives.models.prize import PrizeResult
from initiatives.models.publication import PublicationPage
from initiatives.models.video import VideoPage
from search.page.views import FRAGMENT, asks_for_a_fragment, search_context, with_headers
from search.query import Filters
from search.registry import TYPE


class IndexPage(BasePage):
    """A list of pages of one type, under an introduction."""

    summary = models.TextField(
        "introduction",
        max_length=600,
        blank=True,
        help_text="Quelques mots au-dessus de la liste, 600 caractères au plus.",
    )

    holds_a_list = True
    max_count = 1
    parent_page_types: ClassVar = ["home.HomePage"]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("summary")]
    # The filters that the address stands for: the same for its page and for its other forms.
    preset: ClassVar[Filters]
    # What it shows while nothing is asked; results, as soon as something is, or where it is empty.
    browsed: ClassVar[str] = ""

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the answer to what is asked, or else what the list shows."""
        context = super().get_context(request, *args, **kwargs)
        others = self.presentations(request)
        found = search_context(request, self.preset, others, browsed=self.browsed)
        shown = self.browse(request) if found["search"].browsed else {}
        return {**context, **found, **shown}

    def presentations(self, request: HttpRequest) -> Iterable[tuple[str, str]]:
        """Return the pages that show the same results in other ways: labels and paths."""
        return ()

    def browse(self, request: HttpRequest) -> dict[str, Any]:
        """Return what `browsed` reads."""
        return {}

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template of the page, or of the part of it that a change replaces."""
        whole: str = super().get_template(request, *args, **kwargs)
        return FRAGMENT if asks_for_a_fragment(request) else whole

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer as the search of the whole site does."""
        return with_headers(request, super().serve(request, *args, **kwargs))

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `CollectionPage`."""
        return super().json_ld(request) | {"@type": "CollectionPage"}


class InitiativeIndexPage(IndexPage):
    """All fiches, as the search finds them."""

    template = "initiatives/initiative_index_page.html"
    preset: ClassVar = ((TYPE, ("initiative",)),)
    subpage_types: ClassVar = ["initiatives.InitiativePage"]

    class Meta:
        verbose_name = "liste des initiatives"
        verbose_name_plural = "listes des initiatives"

    def presentations(self, request: HttpRequest) -> Iterable[tuple[str, str]]:
        """Return the list and the map."""
        from initiatives.presentations import presentations  # reads this model

        return presentations(request)


class LaureateIndexPage(IndexPage):
    """The laureates, year by year, each with its story where there is one."""

    template = "initiatives/laureate_index_page.html"
    browsed = "initiatives/_browsed_laureates.html"
    preset: ClassVar = (("laureat", ("oui",)), (TYPE, ("initiative", "laureat")))
    subpage_types: ClassVar = ["initiatives.LaureateStoryPage"]

    class Meta:
        verbose_name = "liste des lauréats"
        verbose_name_plural = "listes des lauréats"

    def browse(self, request: HttpRequest) -> dict[str, Any]:
        """Return (year, results) pairs, the last year first; hidden fiches are left out."""
        return {"years": self._years()}

    def _years(self) -> list[tuple[int, list[PrizeResult]]]:
        return self.kept("years", laureates_by_year)

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `CollectionPage` of the fiches that won."""
        won = dict.fromkeys(one.initiative for _, results in self._years() for one in results)
        return super().json_ld(request) | {"mainEntity": item_list(won, len(won), request)}


class EventIndexPage(IndexPage):
    """Coming events first, then the past ones, and the series."""

    template = "initiatives/event_index_page.html"
    browsed = "initiatives/_browsed_events.html"
    preset: ClassVar = ((TYPE, ("evenement",)),)
    subpage_types: ClassVar = ["initiatives.EventSeriesPage", "initiatives.EventPage"]

    class Meta:
        verbose_name = "liste des événements"
        verbose_name_plural = "listes des événements"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the `series`."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "series": self.kept("series", visible_series)}

    def browse(self, request: HttpRequest) -> dict[str, Any]:
        """Return those that are `coming`, and one page of the past ones as `listing`."""
        events = EventPage.objects.visible().for_cards()
        return {
            "coming": self.kept("coming", lambda: list(events.coming())),
            "listing": self.listing(request, events.past()),
        }


class VideoIndexPage(IndexPage):
    """All videos, the newest first."""

    template = "initiatives/video_index_page.html"
    browsed = "initiatives/_browsed_videos.html"
    preset: ClassVar = ((TYPE, ("video",)),)
    subpage_types: ClassVar = ["initiatives.VideoPage"]

    class Meta:
        verbose_name = "liste des vidéos"
        verbose_name_plural = "listes des vidéos"

    def browse(self, request: HttpRequest) -> dict[str, Any]:
        """Return one page of videos."""
        newest = (
            VideoPage.objects.visible()
            .for_cards()
            .order_by(models.F("published_on").desc(nulls_last=True), "title", "pk")
        )
        return {"listing": self.listing(request, newest)}


class PublicationIndexPage(IndexPage):
    """Carnets, bilans and resources: what is to come first, then the newest."""

    template = "initiatives/publication_index_page.html"
    browsed = "initiatives/_browsed_publications.html"
    preset: ClassVar = ((TYPE, ("publication",)),)
    subpage_types: ClassVar = ["initiatives.PublicationPage"]

    class Meta:
        verbose_name = "liste des publications"
        verbose_name_plural = "listes des publications"

    def browse(self, request: HttpRequest) -> dict[str, Any]:
        """Return one page of publications."""
        newest = (
            PublicationPage.objects.visible()
            .for_cards()
            .order_by(
                "-is_forthcoming", models.F("published_on").desc(nulls_last=True), "title", "pk"
            )
        )
        return {"listing": self.listing(request, newest)}


def laureates_by_year() -> list[tuple[int, list[PrizeResult]]]:
    """Return the results of laureates that the public may see, the last year first.

    Each has its `visible_stories`.
    """
    stories = LaureateStoryPage.objects.visible().defer_streamfields()
    fiches = InitiativePage.objects.card_rows().prefetch_related(with_sizes())
    results = (
        PrizeResult.objects.laureates()
        .filter(initiative__in=InitiativePage.objects.visible())
        .prefetch_related(
            models.Prefetch("initiative", fiches),
            models.Prefetch(
                "stories", stories.prefetch_related(with_sizes()), to_attr="visible_stories"
            ),
        )
    )
    return [(year, list(group)) for year, group in groupby(results, lambda one: one.year)]


def visible_series() -> list[EventSeriesPage]:
    """Return the series that the public may see, the last one made first."""
    return list(EventSeriesPage.objects.visible().defer_streamfields().order_by("-path"))
