"""The sheet of a video."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from wagtail.models import Page

from hub.content.models.page import PageQuerySet
from hub.content.video.address import YouTubeVideo
from hub.content.video.duration import as_clock
from hub.content.video.facade import VideoFacade

if TYPE_CHECKING:
    from initiatives.models import Measure, VideoPage


@dataclass(frozen=True)
class Chapter:
    """A chapter: when it begins, as printed and in seconds, its title, and where it starts."""

    clock: str
    title: str
    url: str
    start: int

    @property
    def json_ld(self) -> dict[str, Any]:
        """The chapter as a `Clip`."""
        return {
            "@type": "Clip",
            "name": self.title,
            "startOffset": self.start,
            "url": self.url,
        }


def video_of(page: VideoPage) -> YouTubeVideo | None:
    """Return the video of a page, None where its address names none."""
    try:
        return page.video
    except ValidationError:
        return None


def facade_of(page: VideoPage) -> VideoFacade | None:
    """Return what a visitor sees before playing, None where there is nothing to play.

    The transcript is left out: it stands in the page of the video, for all to read.
    """
    video = video_of(page)
    if video is None:
        return None
    return VideoFacade(
        video=video,
        title=page.title,
        poster=page.picture,
        duration=page.duration,
        language=page.language,
    )


class VideoSheet:
    """Everything that the page of a video shows."""

    def __init__(self, page: VideoPage) -> None:
        self.page = page

    @cached_property
    def facade(self) -> VideoFacade | None:
        """What a visitor sees before playing."""
        return facade_of(self.page)

    @cached_property
    def chapters(self) -> list[Chapter]:
        """Its chapters, each with the address that starts at its second."""
        video = video_of(self.page)
        if video is None:
            return []
        values = [child.value for child in self.page.chapters if child.block_type == "chapter"]
        return [
            Chapter(
                clock=as_clock(timedelta(seconds=value["start"])),
                title=value["title"],
                url=replace(video, start_seconds=value["start"]).canonical_url,
                start=value["start"],
            )
            for value in values
        ]

    @cached_property
    def measures(self) -> list[Measure]:
        """Its dated figures, the newest first."""
        return list(self.page.measures.all()) if self.page.pk else []

    @cached_property
    def subjects(self) -> list[Page]:
        """The visible pages that the video is about, in the editor's order."""
        chosen = [link.page_id for link in self.page.subjects.all()]
        return PageQuerySet(Page).defer_streamfields().specific().in_this_order(chosen)
