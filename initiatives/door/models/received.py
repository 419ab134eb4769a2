"""What the public sends: an initiative to look at, an error, a request for withdrawal."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from initiatives.door.models.sender import Sender

WEB_ONLY = URLValidator(schemes=["http", "https"])


class Received(models.Model):
    """One thing received, with its reference. Nothing in it says who sent it."""

    PREFIX: ClassVar[str]
    WAITING: ClassVar[str] = "nouveau"

    uid = models.UUIDField("identifiant", default=uuid.uuid4, editable=False, unique=True)
    # Of the form and of what was typed in it: the second click on « Envoyer » makes nothing.
    submission_key = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField("reçu le", default=timezone.now, db_index=True)
    sender = models.OneToOneField(
        Sender,
        verbose_name="expéditeur ou expéditrice",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="%(class)s",
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="traité par",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    handled_at = models.DateTimeField("traité le", null=True, blank=True)
    note = models.TextField(
        "note interne",
        blank=True,
        help_text="Lue par l’équipe seulement. Par exemple : ce qui a "
        "été corrigé, ou pourquoi rien ne l’a été.",
    )

    shown_on_pages: ClassVar = False
    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        default_permissions = ("view", "change", "delete")
        ordering = ["-received_at", "-pk"]

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete it together with who sent it and what was written to them."""
        with transaction.atomic():
            deleted = super().delete(*args, **kwargs)
            if self.sender is not None:
                self.sender.delete()
        return deleted

    @property
    def reference(self) -> str:
        """How sender and staff name it to each other: « RN-2026-0042 »."""
        return f"{self.PREFIX}-{timezone.localtime(self.received_at).year}-{self.pk:04d}"

    @property
    def receipt_url(self) -> str:
        """The page that says that it was received; nobody guesses its address."""
        return reverse("door:receipt", args=[self.uid])


class ProposalState(models.TextChoices):
    """What became of a proposal."""

    NEW = Received.WAITING, "À étudier"
    ACCEPTED = "acceptee", "Acceptée"
    REFUSED = "refusee", "Déclinée"


class Proposal(Received):
    """An initiative that somebody thinks worth a fiche."""

    PREFIX = "RN"

    title = models.CharField("nom de l’initiative", max_length=160)
    organisation = models.CharField("structure qui la mène", max_length=200)
    commune = models.CharField("commune", max_length=120)
    summary = models.TextField("ce qui a changé, et pour qui", max_length=400)
    need = models.TextField("le besoin de départ", max_length=400)
    details = models.TextField("ce qu’il faut savoir de plus", max_length=3000, blank=True)
    website = models.URLField("site web", max_length=200, blank=True, validators=[WEB_ONLY])
    spotter = models.CharField("structure de qui la signale", max_length=200, blank=True)
    state = models.CharField(
        "état", max_length=10, choices=ProposalState, default=ProposalState.NEW, db_index=True
    )
    page = models.OneToOneField(
        "initiatives.InitiativePage",
        verbose_name="fiche",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta(Received.Meta):
        verbose_name = "initiative signalée"
        verbose_name_plural = "initiatives signalées"

    def __str__(self) -> str:
        return self.title


class ReportKind(models.TextChoices):
    """What is asked about a fiche."""

    ERROR = "erreur", "Signaler une erreur"
    WITHDRAWAL = "retrait", "Demander un retrait"


class ReportState(models.TextChoices):
    """Whether somebody dealt with it."""

    NEW = Received.WAITING, "À traiter"
    TREATED = "traite", "Traité"


class ErrorReport(Received):
    """What somebody says of a fiche: an error, or that it, or a name in it, should go."""

    PREFIX = "RS"

    kind = models.CharField("demande", max_length=7, choices=ReportKind, default=ReportKind.ERROR)
    fiche = models.ForeignKey(
        "initiatives.InitiativePage",
        verbose_name="fiche",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    fiche_title = models.CharField("titre de la fiche", max_length=255)
    message = models.TextField("message", max_length=3000)
    state = models.CharField(
        "état", max_length=10, choices=ReportState, default=ReportState.NEW, db_index=True
    )

    class Meta(Received.Meta):
        verbose_name = "erreur ou demande de retrait"
        verbose_name_plural = "erreurs et demandes de retrait"

    def __str__(self) -> str:
        return self.fiche_title

    @property
    def is_withdrawal(self) -> bool:
        """Whether somebody wants something off the site."""
        return self.kind == ReportKind.WITHDRAWAL
