"""The pulse of scheduled publishing."""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class PublishingRun(models.Model):
    """The last run of `publish_scheduled`, one row: when it ended, and what it could not do."""

    ended_at = models.DateTimeField("terminée le")
    failures = models.JSONField("échecs", default=list)

    shown_on_pages: ClassVar = False

    class Meta:
        verbose_name = "passage de la publication programmée"
        verbose_name_plural = "passages de la publication programmée"

    def __str__(self) -> str:
        return f"Dernier passage le {timezone.localtime(self.ended_at):%d/%m/%Y à %H h %M}"
