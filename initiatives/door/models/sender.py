"""Who sent something, and what was written to them: personal data, apart from everything else."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from initiatives.door.models.received import Received

# A letter that still waits after that was lost with the process that was to send it.
PATIENCE = datetime.timedelta(minutes=10)


class Sender(models.Model):
    """Who sent one thing. Deleted, it takes the letters with it and leaves what was sent."""

    name = models.CharField("nom", max_length=160, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    consent_given_at = models.DateTimeField("accord donné le", default=timezone.now)

    shown_on_pages: ClassVar = False
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "expéditeur ou expéditrice"
        verbose_name_plural = "expéditeurs et expéditrices"
        default_permissions = ("view", "delete")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def sent(self) -> Received | None:
        """What they sent."""
        for name in ("proposal", "errorreport"):
            found: Received | None = getattr(self, name, None)
            if found is not None:
                return found
        return None


class LetterKind(models.TextChoices):
    """Why somebody is written to."""

    RECEIPT = "accuse", "Accusé de réception"
    ANSWER = "reponse", "Réponse"


class LetterState(models.TextChoices):
    """How far a letter went."""

    WAITING = "attend", "En attente"
    SENDING = "part", "Envoi en cours"
    SENT = "envoye", "Envoyé"
    FAILED = "echec", "Non envoyé"


class LetterQuerySet(models.QuerySet["Letter"]):
    """Queries on letters."""

    def unsent(self) -> LetterQuerySet:
        """Letters that failed, or that should have left by now, the oldest first."""
        overdue = Q(
            state__in=(LetterState.WAITING, LetterState.SENDING),
            created_at__lt=timezone.now() - PATIENCE,
        )
        return self.filter(Q(state=LetterState.FAILED) | overdue).order_by("created_at", "pk")

    def claim(self, key: int) -> Letter | None:
        """Take a letter to send it; None where it left, or another process is sending it."""
        now = timezone.now()
        free = Q(state__in=(LetterState.WAITING, LetterState.FAILED))
        abandoned = Q(state=LetterState.SENDING, tried_at__lt=now - PATIENCE)
        taken = self.filter(free | abandoned, pk=key).update(
            state=LetterState.SENDING, tried_at=now
        )
        return self.select_related("sender").get(pk=key) if taken else None


class Letter(models.Model):
    """An e-mail: stored with what it answers, sent once that is committed."""

    sender = models.ForeignKey(
        Sender, verbose_name="destinataire", on_delete=models.CASCADE, related_name="letters"
    )
    kind = models.CharField("nature", max_length=7, choices=LetterKind)
    subject = models.CharField("objet", max_length=200)
    body = models.TextField("texte")
    state = models.CharField(
        "état", max_length=6, choices=LetterState, default=LetterState.WAITING, db_index=True
    )
    failure = models.CharField("cause de l’échec", max_length=80, blank=True)
    created_at = models.DateTimeField("écrit le", default=timezone.now)
    tried_at = models.DateTimeField("envoi tenté le", null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    shown_on_pages: ClassVar = False
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "courriel"
        verbose_name_plural = "courriels"
        default_permissions = ()
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.subject

    def end(self, state: LetterState, failure: str = "") -> None:
        """Record how the attempt ended."""
        self.state, self.failure = state, failure
        self.save(update_fields=["state", "failure"])
