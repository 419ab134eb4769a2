"""What search knows of each page, whatever the engine; and which index answers."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

MAX_KIND = 60


class DocumentStateQuerySet(models.QuerySet["DocumentState"]):
    """Which documents wait."""

    def pending(self) -> Self:
        """Those whose last change the index has not received, in a stable order."""
        return self.filter(indexed__lt=F("version")).order_by("pk")


class DocumentState(models.Model):
    """A page as search sees it: how often it changed, what of it is indexed, what is shown of it.

    The row is the outbox (`indexed` is behind `version`), the version that an engine holds, the
    list of what has gone, and the text from which excerpts are cut. It outlives its page. Title
    and text are there as long as visitors may read them, and no longer.
    """

    uid = models.UUIDField("identifiant", primary_key=True)
    kind = models.CharField("type", max_length=MAX_KIND)
    page_key = models.PositiveBigIntegerField("clé de la page", db_index=True)
    version = models.PositiveBigIntegerField("version", default=0)
    indexed = models.PositiveBigIntegerField("version indexée", default=0)
    updated = models.DateTimeField("modifié le", default=timezone.now, db_index=True)
    # When visitors ceased to see it; none for what they see, or never saw.
    deleted = models.DateTimeField("disparu le", null=True, blank=True)
    title = models.CharField("titre", max_length=255, blank=True)
    text = models.TextField("texte", blank=True)

    objects = DocumentStateQuerySet.as_manager()

    class Meta:
        verbose_name = "état d’un document"
        verbose_name_plural = "états des documents"
        ordering = ("pk",)
        indexes = (
            # What waits is little: the index holds it alone.
            models.Index(fields=["uid"], condition=Q(indexed__lt=F("version")), name="pending"),
        )

    def __str__(self) -> str:
        return self.title or str(self.uid)


class IndexEpoch(models.Model):
    """One row: how many times the index was replaced by one that was built beside it.

    A drain that began before a replacement has written to an index that answers no more: it sees
    another number, and begins again.
    """

    number = models.PositiveBigIntegerField("numéro", default=0)

    class Meta:
        verbose_name = "époque de l’index"
        verbose_name_plural = "époques de l’index"

    def __str__(self) -> str:
        return str(self.number)
