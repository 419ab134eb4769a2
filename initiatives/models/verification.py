"""When a fiche was checked, by whom, and what changed: a history, never one overwritten date."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import NoFutureDateValidator


class Verification(models.Model):
    """Somebody made sure that a fiche is still true."""

    initiative = models.ForeignKey(
        "initiatives.InitiativePage",
        verbose_name="initiative",
        on_delete=models.CASCADE,
        related_name="verifications",
        help_text="La fiche qui a été relue.",
    )
    verified_on = models.DateField(
        "vérifiée le",
        validators=[NoFutureDateValidator()],
        db_index=True,
        help_text="Le jour où quelqu’un a vérifié qu’elle dit toujours vrai.",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="par",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Qui a vérifié.",
    )
    changes = models.CharField(
        "ce qui a changé", max_length=255, blank=True, help_text="Vide : rien n’a changé."
    )

    panels: ClassVar = [
        FieldPanel("initiative"),
        FieldRowPanel([FieldPanel("verified_on"), FieldPanel("author")]),
        FieldPanel("changes"),
    ]

    class Meta:
        verbose_name = "vérification"
        verbose_name_plural = "vérifications"
        ordering = ["-verified_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.initiative.title}, vérifiée le {self.verified_on:%d/%m/%Y}"
