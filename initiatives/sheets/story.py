"""The sheet of a laureate's story."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hub.content.blocks.image_chooser import with_sizes
from initiatives.models.initiative import InitiativePage
from initiatives.models.video import VideoPage
from initiatives.sheets.video import facade_of

if TYPE_CHECKING:
    from hub.content.video.facade import VideoFacade
    from initiatives.models import LaureateStoryPage


class StorySheet:
    """Everything that the page of a story shows."""

    def __init__(self, page: LaureateStoryPage) -> None:
        self.page = page

    @cached_property
    def initiatives(self) -> list[InitiativePage]:
        """The fiche alone, if the public may see it; else nothing."""
        result = self.page.prize_result
        fiches = InitiativePage.objects.for_cards()
        return fiches.in_this_order([result.initiative_id]) if result else []

    @property
    def initiative(self) -> InitiativePage | None:
        """The fiche, if the public may see it."""
        return self.initiatives[0] if self.initiatives else None

    @cached_property
    def video(self) -> VideoPage | None:
        """The testimony, if the public may see it."""
        if not self.page.video_id:
            return None
        videos = VideoPage.objects.visible().prefetch_related(with_sizes())
        return videos.filter(pk=self.page.video_id).first()

    @cached_property
    def facade(self) -> VideoFacade | None:
        """What a visitor sees of the testimony before playing it."""
        return facade_of(self.video) if self.video else None
