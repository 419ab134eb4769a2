"""When each page last changed for who reads it as data."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

LONGEST_LABEL = 120


class PageChange(models.Model):
    """A page of any type that was published: when what is given of it changed, the last time.

    The row outlives its page: that is how who keeps a copy learns that it has gone. Whether it is
    shown is not kept here but asked of the page, since an expiry writes nothing.
    """

    uid = models.UUIDField("identifiant", primary_key=True)
    model = models.CharField("modèle", max_length=LONGEST_LABEL)  # app.model, in lower case
    page_key = models.PositiveBigIntegerField("clé de la page", db_index=True)
    changed = models.DateTimeField("changé le", default=timezone.now)
    # What the public has never seen is not told to have gone.
    was_shown = models.BooleanField("a été montrée", default=False)

    shown_on_pages: ClassVar = False  # a page writes it: what the page shows moves the version
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "changement d’une page"
        verbose_name_plural = "changements de pages"
        ordering = ("changed", "uid")
        indexes = (models.Index(fields=["changed", "uid"], name="page_changes"),)

    def __str__(self) -> str:
        return str(self.uid)
