"""When something takes place: precise, or honestly imprecise."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from initiatives.dates import hour_label, iso_moment, period_label


class ScheduleMixin(models.Model):
    """Start and end in the time zone of the programme, or words where nobody knows better."""

    start_date = models.DateField("date de début", null=True, help_text="Par exemple : 08/04/2026.")
    start_time = models.TimeField(
        "heure de début",
        null=True,
        blank=True,
        help_text="Par exemple : 09:00. Vide : l’heure n’est pas affichée.",
    )
    end_date = models.DateField(
        "date de fin", null=True, blank=True, help_text="Vide : le même jour."
    )
    end_time = models.TimeField(
        "heure de fin", null=True, blank=True, help_text="Par exemple : 13:00."
    )
    imprecise_date = models.CharField(
        "date imprécise",
        max_length=80,
        blank=True,
        help_text="Ce qui sera affiché à la place de la date, par exemple « automne 2013 ». Les "
        "dates ci-dessus donnent alors les bornes, pour le classement seulement.",
    )
    hours_note = models.CharField(
        "précision sur les heures",
        max_length=80,
        blank=True,
        help_text="Par exemple « après-midi », quand l’heure n’est pas connue.",
    )
    is_cancelled = models.BooleanField(
        "annulé",
        default=False,
        help_text="La page reste en ligne avec la mention « Annulé » ; l’inscription n’est plus "
        "proposée.",
    )
    schedule_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time")]),
                FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
                FieldRowPanel([FieldPanel("imprecise_date"), FieldPanel("hours_note")]),
                FieldPanel("is_cancelled"),
            ],
            heading="Quand",
        )
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse an end before the start."""
        super().clean()
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise ValidationError({"end_date": "La fin précède le début."})
        same_day = self.end_date in (None, self.start_date)
        if same_day and self.start_time and self.end_time and self.end_time <= self.start_time:
            raise ValidationError({"end_time": "La fin précède le début."})

    @property
    def when(self) -> str:
        """The date as printed, with the hours where they are known."""
        return self.imprecise_date or event_moment(self)

    @property
    def is_past(self) -> bool:
        """Whether its last day is over."""
        last = self.end_date or self.start_date
        return last is not None and last < datetime.date.today()

    @property
    def start_iso(self) -> str | None:
        """Start for machines, with its offset when the hour is known; None when imprecise."""
        return None if self.imprecise_date else iso_moment(self.start_date, self.start_time)

    @property
    def end_iso(self) -> str | None:
        """End for machines, with its offset when the hour is known; None when imprecise."""
        day = self.end_date or self.start_date
        return None if self.imprecise_date else iso_moment(day, self.end_time)


def event_moment(event: ScheduleMixin) -> str:
    """Return day and hours of an event, e.g. « 8 avril 2013, de 9 h à 13 h »; empty if undated."""
    if event.start_date is None:
        return ""
    day = period_label(event.start_date, event.end_date)
    if event.start_time and event.end_time:
        return f"{day}, de {hour_label(event.start_time)} à {hour_label(event.end_time)}"
    if event.start_time:
        return f"{day}, à {hour_label(event.start_time)}"
    return f"{day}, {event.hours_note}" if event.hours_note else day
