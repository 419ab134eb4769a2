"""The pulse of what works without anybody asking."""

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

MAX_FAILURE = 500
# A clock that was put back must not stop a job until the old hour comes again.
A_MINUTE = datetime.timedelta(minutes=1)


class HeartbeatQuerySet(models.QuerySet["Heartbeat"]):
    """Who may start what."""

    def claim(self, name: str, every: datetime.timedelta) -> bool:
        """Tell whether a job is due, and is ours: of several who ask at once, one is told so."""
        now = timezone.now()
        self.get_or_create(pk=name)
        due = Q(started_at=None) | Q(started_at__lte=now - every) | Q(started_at__gt=now + A_MINUTE)
        return bool(self.filter(due, pk=name).update(started_at=now))

    def beat(self, name: str) -> None:
        """Say that something works now."""
        now = timezone.now()
        self.update_or_create(
            pk=name, defaults={"started_at": now, "succeeded_at": now, "failure": ""}
        )

    def fail(self, name: str, reason: str) -> None:
        """Say that something failed now, and why."""
        self.update_or_create(
            pk=name, defaults={"failed_at": timezone.now(), "failure": reason[:MAX_FAILURE]}
        )


class Heartbeat(models.Model):
    """When a job or a process last began, succeeded and failed; why it failed, if it still does."""

    name = models.CharField("nom", max_length=60, primary_key=True)
    started_at = models.DateTimeField("commencé le", null=True)
    succeeded_at = models.DateTimeField("réussi le", null=True)
    failed_at = models.DateTimeField("échoué le", null=True)
    failure = models.CharField("raison de l’échec", max_length=MAX_FAILURE, blank=True)

    objects = HeartbeatQuerySet.as_manager()

    shown_on_pages: ClassVar = False

    class Meta:
        verbose_name = "signe de vie"
        verbose_name_plural = "signes de vie"

    def __str__(self) -> str:
        return self.name
