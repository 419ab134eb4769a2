"""The story of a laureate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from hub.content.fields import StreamField
from hub.content.models import BasePage, PictureMixin, RelatedPagesMixin
from hub.content.social.words import ShareWords
from initiatives.blocks import StoryBlocks
from initiatives.related_data import named

if TYPE_CHECKING:
    from initiatives.models import InitiativePage
    from initiatives.sheets.story import StorySheet


class LaureateStoryPage(PictureMixin, RelatedPagesMixin, BasePage):
    """A laureate told by its quote, its video and a text; the fiche keeps the facts."""

    summary = models.TextField(
        "résumé",
        max_length=400,
        help_text="Une ou deux phrases qui donnent envie de lire, 400 caractères au plus.",
    )
    prize_result = models.ForeignKey(
        "initiatives.PrizeResult",
        verbose_name="résultat au prix",
        on_delete=models.PROTECT,
        null=True,
        related_name="stories",
        help_text="L’initiative et l’année du prix en découlent.",
    )
    quote = models.TextField(
        "citation",
        max_length=400,
        blank=True,
        help_text="Les mots de l’équipe, sans guillemets : ils sont ajoutés.",
    )
    quote_author = models.CharField(
        "auteur de la citation",
        max_length=160,
        blank=True,
        help_text="La personne doit avoir donné son accord ; à défaut, une fonction ou l’équipe.",
    )
    video = models.ForeignKey(
        "initiatives.VideoPage",
        verbose_name="vidéo",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Le témoignage en vidéo, s’il est déjà publié ici.",
    )
    body = StreamField(
        StoryBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text="L’histoire, bloc par bloc : textes, intertitres, images, citations.",
    )

    template = "initiatives/laureate_story_page.html"
    parent_page_types: ClassVar = ["initiatives.LaureateIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        MultiFieldPanel(
            [*Page.content_panels, FieldPanel("prize_result"), FieldPanel("summary")],
            heading="Présentation",
        ),
        MultiFieldPanel(
            [FieldPanel("quote"), FieldRowPanel([FieldPanel("quote_author")])], heading="Citation"
        ),
        FieldPanel("video"),
        *PictureMixin.picture_panels,
        FieldPanel("body"),
        MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Liens"),
    ]

    class Meta:
        verbose_name = "histoire de lauréat"
        verbose_name_plural = "histoires de lauréats"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the sheet that the template reads (`initiatives/sheets/story.py`)."""
        return {**super().get_context(request, *args, **kwargs), "sheet": self._sheet()}

    def _sheet(self) -> StorySheet:
        from initiatives.sheets.story import StorySheet  # reads models that point at this one

        return self.kept("sheet", lambda: StorySheet(self))

    @property
    def initiative(self) -> InitiativePage | None:
        """The fiche that the story is about."""
        return self.prize_result.initiative if self.prize_result else None

    def share_words(self) -> ShareWords:
        """What kind of text it is, and what is told in it was worth."""
        result = self.prize_result
        return ShareWords(
            eyebrow="Histoire de lauréat",
            award=f"{result.get_stage_display()} {result.year}" if result else "",
            note="Exemple fictif" if self.initiative and self.initiative.is_fictitious else "",
        )

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: an `Article` about the project, if the public may see its fiche."""
        data, sheet = super().json_ld(request) | {"@type": "Article"}, self._sheet()
        if sheet.initiative:
            data["about"] = named(sheet.initiative, request)
            if self.prize_result and self.prize_result.is_laureate:
                data["about"]["award"] = self.prize_result.award_label
        if sheet.video:
            data["video"] = named(sheet.video, request)
        return data
