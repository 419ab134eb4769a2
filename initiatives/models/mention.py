"""A fiche that a page speaks of or gathers."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class InitiativeLink(Orderable):
    """One fiche in an ordered list of a page; the list goes on without it when it is deleted."""

    initiative = models.ForeignKey(
        "initiatives.InitiativePage",
        verbose_name="initiative",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Cherchez la fiche par son titre ou sa commune.",
    )

    panels: ClassVar = [FieldPanel("initiative")]

    class Meta(Orderable.Meta):
        abstract = True
