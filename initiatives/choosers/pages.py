"""Choosers of fiches, videos and events: picture, place, year, state."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.chooser import ChooserViewSet

from hub.content.models import HubImage
from hub.editing.trash.node import outside
from initiatives.choosers.views import ChooseResultsView, ChooseView
from initiatives.listings.columns import commune_name, state_label
from initiatives.models import EventPage, InitiativePage, VideoPage

# The size of the thumbnails of Wagtail's own lists, made already for most pictures.
THUMBNAIL = "max-165x165"


class PictureColumn(Column):
    """The picture of a page, for the eye alone: its title stands beside."""

    cell_template_name = "initiatives/admin/picture_cell.html"


PICTURE = PictureColumn("picture", label="Image", width="15%")
COMMUNE = Column("commune", label="Commune", accessor=commune_name)
STATE = Column("state", label="État", accessor=state_label)


def with_pictures(pages: QuerySet) -> QuerySet:
    """Return the pages that are not in the bin, with their thumbnails."""
    images = HubImage.objects.prefetch_renditions(THUMBNAIL)
    return outside(pages).prefetch_related(Prefetch("picture", images))


class PageChooseView(ChooseView):
    """The window of pages."""

    def read(self, objects: QuerySet) -> QuerySet:
        """Add the pictures."""
        return with_pictures(objects)


class PageResultsView(ChooseResultsView):
    """Its rows."""

    def read(self, objects: QuerySet) -> QuerySet:
        """Add the pictures."""
        return with_pictures(objects)


class PageChooserViewSet(ChooserViewSet):
    """A chooser of pages of one type, by title."""

    facts: ClassVar[list[Column]] = []
    search_in: ClassVar[tuple[str, ...]] = ("title",)
    edit_item_text = "Modifier"
    ordering = "title"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        shown = {
            "facts": self.facts,
            "search_in": self.search_in,
            "ordering": self.ordering,
        }
        self.choose_view_class = type("ChooseView", (PageChooseView,), shown)
        self.choose_results_view_class = type("ChooseResultsView", (PageResultsView,), shown)
        super().__init__(*args, **kwargs)


class FicheChooserViewSet(PageChooserViewSet):
    """Fiches."""

    model = InitiativePage
    icon = "doc-full"
    choose_one_text = "Choisir une fiche"
    choose_another_text = "Choisir une autre fiche"
    ordering = "sort_title"
    facts: ClassVar = [PICTURE, COMMUNE, Column("year", label="Année"), STATE]


class VideoChooserViewSet(PageChooserViewSet):
    """Videos."""

    model = VideoPage
    icon = "media"
    choose_one_text = "Choisir une vidéo"
    choose_another_text = "Choisir une autre vidéo"
    facts: ClassVar = [
        PICTURE,
        Column("published_on", label="Date"),
        Column("duration", label="Durée", accessor="spoken_duration"),
        STATE,
    ]


class EventChooserViewSet(PageChooserViewSet):
    """Events."""

    model = EventPage
    icon = "date"
    choose_one_text = "Choisir un événement"
    choose_another_text = "Choisir un autre événement"
    ordering = "-start_date"
    facts: ClassVar = [PICTURE, Column("when", label="Date"), COMMUNE, STATE]


def page_choosers() -> list[ChooserViewSet]:
    """Return the choosers; each serves all foreign keys to its type."""
    return [
        FicheChooserViewSet("fiche_chooser"),
        VideoChooserViewSet("video_chooser"),
        EventChooserViewSet("event_chooser"),
    ]
