"""The programme of an event, hour by hour."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from hub.content.blocks import groups
from hub.content.blocks.plain_text import CharBlock
from hub.content.blocks.rich_text import PASSAGE, RichTextBlock
from hub.content.blocks.struct import StructBlock


class TimeBlock(blocks.TimeBlock):
    """A time of day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"format": "%H:%M", **kwargs})

    def normalize(self, value: Any) -> datetime.time | None:
        """Accept a time or its text."""
        found: datetime.time | None = self.to_python(value) if value else None
        return found


class SlotBlock(StructBlock):
    """One moment of the programme."""

    start = TimeBlock(label="Début", required=False)
    end = TimeBlock(label="Fin", required=False)
    title = CharBlock(label="Titre", max_length=160)
    speakers = CharBlock(
        label="Intervenants",
        required=False,
        max_length=300,
        help_text="Nom et fonction de chacun, avec leur accord.",
    )
    description = RichTextBlock(label="Description", required=False, features=list(PASSAGE))

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Return the moment; raises ValidationError where it ends before it begins."""
        cleaned = super().clean(value)
        start, end = cleaned["start"], cleaned["end"]
        if end and (not start or end <= start):
            raise StructBlockValidationError(
                block_errors={"end": ValidationError("La fin doit suivre le début.")}
            )
        return cleaned

    class Meta:
        label = "Moment"
        icon = "time"


class ProgrammeBlock(StructBlock):
    """The moments of a day, in their order."""

    title = CharBlock(
        label="Titre", required=False, max_length=120, help_text="Par exemple : le matin, mardi 4."
    )
    slots = blocks.ListBlock(SlotBlock(), label="Moments")

    class Meta:
        label = "Programme"
        icon = "calendar-alt"
        group = groups.DATA
        description = "Le déroulé d’un événement : horaires, titres, intervenants."
        template = "blocks/programme.html"
        preview_value = {
            "title": "La matinée",
            "slots": [
                {"start": "09:00", "end": "09:30", "title": "Accueil"},
                {
                    "start": "09:30",
                    "end": "11:00",
                    "title": "Trois équipes racontent",
                    "speakers": "Les lauréats de l’année",
                    "description": "<p>Vingt minutes chacune, puis des questions.</p>",
                },
            ],
        }
