"""Testimonial videos."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page
from wagtail.rich_text import get_text_for_indexing

from hub.content.blocks.stream import StreamBlock
from hub.content.fields import StreamField
from hub.content.models import BasePage, BasePageForm, PictureMixin, RelatedPagesMixin
from hub.content.social.words import ShareWords
from hub.content.video.address import YouTubeVideo, parse_youtube_address
from hub.content.video.duration import as_iso, as_words
from hub.content.video.facade import FRENCH, LANGUAGES
from hub.content.video.fields import ClockFormField, YouTubeAddressField
from initiatives.related_data import measured, named_all, observed
from initiatives.structured_data import video_json_ld

if TYPE_CHECKING:
    from initiatives.sheets.video import VideoSheet


class ChapterBlocks(StreamBlock):
    """Chapters of a video: when each begins, and what it is about."""

    chapter = blocks.StructBlock(
        [
            ("start", blocks.IntegerBlock(label="Début (en secondes)", min_value=0)),
            ("title", blocks.CharBlock(label="Titre", max_length=120)),
        ],
        label="Chapitre",
        icon="time",
    )

    class Meta:
        label = "Chapitres"


class VideoSubject(Orderable):
    """A page that a video is about: a fiche, an event."""

    video = ParentalKey("initiatives.VideoPage", on_delete=models.CASCADE, related_name="subjects")
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="page",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Une fiche, un événement ou un thème ; la vidéo y est alors montrée.",
    )

    panels: ClassVar = [
        FieldPanel("page"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "sujet de la vidéo"
        verbose_name_plural = "sujets de la vidéo"


class VideoForm(BasePageForm):
    """Form of a video: its length is typed as minutes and seconds."""

    duration = ClockFormField(label="Durée", required=False, help_text="Par exemple : 3:20.")


class VideoPage(PictureMixin, RelatedPagesMixin, BasePage):
    """A video on YouTube that tracks nobody before a click; `picture` is its poster."""

    summary = models.TextField(
        "résumé",
        max_length=400,
        blank=True,
        help_text="De quoi parle la vidéo, en une ou deux phrases.",
    )
    address = YouTubeAddressField(
        "adresse YouTube",
        help_text="Collez l’adresse de la vidéo, sous n’importe quelle forme. L’instant de départ "
        "est gardé.",
    )
    published_on = models.DateField(
        "date de la vidéo",
        null=True,
        blank=True,
        help_text="Le jour de sa mise en ligne ou de son tournage.",
    )
    duration = models.DurationField("durée", null=True, blank=True)
    language = models.CharField(
        "langue",
        max_length=5,
        choices=list(LANGUAGES.items()),
        default=FRENCH,
        help_text="La langue dans laquelle on parle.",
    )
    speakers = models.CharField(
        "qui parle",
        max_length=255,
        blank=True,
        help_text="Fonctions ou organisations ; les personnes doivent avoir donné leur accord.",
    )
    chapters = StreamField(
        ChapterBlocks(),
        blank=True,
        verbose_name="chapitres",
        help_text="Facultatif : des repères pour aller droit à un passage.",
    )
    transcript = RichTextField(
        "transcription",
        blank=True,
        features=["h3", "bold", "italic", "ul", "ol", "link"],
        help_text=(
            "Tout ce qui est dit et montré d’utile, pour qui ne peut ni voir ni entendre la vidéo."
        ),
    )

    base_form_class = VideoForm
    template = "initiatives/video_page.html"
    choice_facts: ClassVar = ("published_on", "spoken_duration")
    parent_page_types: ClassVar = ["initiatives.VideoIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        MultiFieldPanel(
            [*Page.content_panels, FieldPanel("address"), FieldPanel("summary")],
            heading="Présentation",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("published_on"), FieldPanel("duration")]),
                FieldRowPanel([FieldPanel("speakers"), FieldPanel("language")]),
            ],
            heading="Description",
        ),
        *PictureMixin.picture_panels,
        InlinePanel(
            "subjects",
            heading="De quoi parle la vidéo",
            label="Page",
            help_text="Ses fiches, son événement : c’est ainsi qu’elle y est montrée.",
        ),
        FieldPanel("transcript"),
        FieldPanel("chapters"),
        MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Liens"),
    ]

    class Meta:
        verbose_name = "vidéo"
        verbose_name_plural = "vidéos"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the sheet that the template reads (`initiatives/sheets/video.py`)."""
        return {**super().get_context(request, *args, **kwargs), "sheet": self._sheet()}

    def _sheet(self) -> VideoSheet:
        from initiatives.sheets.video import VideoSheet  # reads models that point at this one

        return self.kept("sheet", lambda: VideoSheet(self))

    @property
    def video(self) -> YouTubeVideo | None:
        """The video that the address names, or None where it names none (in a draft)."""
        try:
            return parse_youtube_address(self.address)
        except ValidationError:
            return None

    @property
    def spoken_duration(self) -> str:
        """The length as printed, « 3 min 20 s », or nothing where it is unknown."""
        return as_words(self.duration) if self.duration else ""

    @property
    def iso_duration(self) -> str | None:
        """The length in ISO 8601, or None where it is unknown."""
        return as_iso(self.duration) if self.duration else None

    def share_words(self) -> ShareWords:
        """That it is a video, and how long it lasts."""
        return ShareWords(eyebrow=" · ".join(filter(None, ("Vidéo", self.spoken_duration))))

    def first_words(self) -> str:
        """The beginning of what is said in it."""
        return get_text_for_indexing(self.transcript).strip()

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `VideoObject`, what is said in it, its chapters, its subjects."""
        sheet = self._sheet()
        said = {
            "transcript": get_text_for_indexing(self.transcript).strip(),
            "hasPart": [chapter.json_ld for chapter in sheet.chapters],
            "about": named_all(sheet.subjects, request),
        }
        figures = observed(measured(sheet.measures))
        return super().json_ld(request) | video_json_ld(self) | said | figures
