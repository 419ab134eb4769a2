"""Dated figures about a page: views of a video, participants of an event."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class Measure(models.Model):
    """A value with its unit, its date and its source."""

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="page",
        on_delete=models.CASCADE,
        related_name="measures",
        help_text="La vidéo, l’événement ou la publication dont on parle.",
    )
    value = models.DecimalField(
        "valeur", max_digits=14, decimal_places=2, help_text="Le nombre seul. Par exemple : 1 250."
    )
    unit = models.CharField("unité", max_length=60, help_text="Par exemple : vues, participants.")
    measured_on = models.DateField("à la date du", help_text="Le jour où ce nombre a été relevé.")
    source = models.CharField(
        "source",
        max_length=200,
        blank=True,
        help_text="Où il a été relevé. Par exemple : statistiques de YouTube.",
    )

    panels: ClassVar = [
        FieldPanel("page"),
        FieldRowPanel([FieldPanel("value"), FieldPanel("unit"), FieldPanel("measured_on")]),
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = "mesure"
        verbose_name_plural = "mesures"
        ordering = ["-measured_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit} ({self.measured_on:%d/%m/%Y})"
