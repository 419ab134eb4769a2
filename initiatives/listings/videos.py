"""The list of videos."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column

from initiatives.listings.base import ListingViewSet
from initiatives.listings.choices import years_of
from initiatives.listings.columns import yes_or_no
from initiatives.listings.filters import (
    ListingFilters,
    any_of,
    by_departement,
    by_theme,
    yes_no,
)
from initiatives.listings.views import ListingView
from initiatives.models import VideoPage


class VideoFilters(ListingFilters):
    """Filters of videos, by themselves and by the fiches that they are about."""

    annee = any_of(
        "Année", years_of(VideoPage, "published_on__year"), field_name="published_on__year"
    )
    departement = by_departement("subjects__page__initiativepage__departement", several=True)
    theme = by_theme("subjects__page")
    transcription = yes_no("Transcription", "by_transcript")

    def by_transcript(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the videos with a transcript, or the others."""
        return pages.exclude(transcript="") if value == "oui" else pages.filter(transcript="")


def subjects_of(video: VideoPage) -> str:
    """Return the titles of the pages that a video is about."""
    return ", ".join(one.page.title for one in video.subjects.all())


class VideoListing(ListingView):
    """Videos."""

    page_title = "Vidéos"
    add_item_label = "Ajouter une vidéo"
    facts: ClassVar = [
        Column("subjects", label="À propos de", accessor=subjects_of),
        Column("published_on", label="Date", sort_key="published_on"),
        Column("duration", label="Durée", accessor="spoken_duration", sort_key="duration"),
        Column(
            "transcript",
            label="Transcription",
            accessor=lambda video: yes_or_no(video.transcript),
        ),
    ]

    def annotate_queryset(self, pages: Any) -> Any:
        """Add the pages that they are about."""
        return super().annotate_queryset(pages).prefetch_related("subjects__page")


class VideoListingViewSet(ListingViewSet):
    """The list of videos."""

    name = "listing_videos"
    url_prefix = "contenus/videos"
    model = VideoPage
    index_view_class = VideoListing
    filterset_class = VideoFilters
    export_filename = "videos"
    menu_label = "Vidéos"
    icon = "media"
