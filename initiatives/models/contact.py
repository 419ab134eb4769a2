"""People who may be called about an initiative: personal data, with consent and a term."""

from __future__ import annotations

import datetime
import uuid
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import NoFutureDateValidator


class ContactPersonQuerySet(models.QuerySet["ContactPerson"]):
    """Who may be shown is decided here and in `ContactPerson.is_shown`, the same rule twice."""

    def shown(self) -> ContactPersonQuerySet:
        """People who agreed to be named and whose agreement has not run out."""
        return self._agreed().filter(expires_on__gte=datetime.date.today())

    def ended(self) -> ContactPersonQuerySet:
        """People who were shown until their agreement ran out."""
        return self._agreed().filter(expires_on__lt=datetime.date.today())

    def _agreed(self) -> ContactPersonQuerySet:
        return self.filter(is_public=True, consent_given_on__isnull=False)

    def about_to_expire(self, within_days: int) -> ContactPersonQuerySet:
        """People whose agreement runs out within so many days."""
        today = datetime.date.today()
        return self.filter(expires_on__range=(today, today + datetime.timedelta(days=within_days)))


class ContactPerson(models.Model):
    """A person in a table of its own: pages and their revisions hold only a reference.

    Without recorded consent, or past its term, a person is shown nowhere.
    """

    uid = models.UUIDField("identifiant", default=uuid.uuid4, editable=False, unique=True)
    name = models.CharField("nom", max_length=160)
    function = models.CharField("fonction", max_length=160, blank=True)
    organisation = models.ForeignKey(
        "initiatives.Organisation",
        verbose_name="organisation",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Celle où l’on peut l’appeler.",
    )
    email = models.EmailField("adresse électronique", blank=True)
    phone = models.CharField("téléphone", max_length=30, blank=True)
    is_public = models.BooleanField(
        "affichée sur le site",
        default=False,
        help_text="La personne n’apparaît que si son accord est enregistré et n’a pas expiré.",
    )
    consent_given_on = models.DateField(
        "accord donné le",
        null=True,
        blank=True,
        validators=[NoFutureDateValidator()],
        help_text="Le jour où elle a accepté d’être montrée.",
    )
    consent_proof = models.CharField(
        "preuve de l’accord",
        max_length=255,
        blank=True,
        help_text="Par exemple : courriel reçu le…, formulaire signé.",
    )
    expires_on = models.DateField(
        "accord valable jusqu’au",
        null=True,
        blank=True,
        help_text="Passé ce jour, la personne n’est plus montrée.",
    )

    objects = ContactPersonQuerySet.as_manager()

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("function")]),
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        MultiFieldPanel(
            [
                FieldPanel("is_public"),
                FieldRowPanel([FieldPanel("consent_given_on"), FieldPanel("expires_on")]),
                FieldPanel("consent_proof"),
            ],
            heading="Accord de la personne (RGPD)",
        ),
    ]

    class Meta:
        verbose_name = "personne à contacter"
        verbose_name_plural = "personnes à contacter"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse to show a person without a dated, proved and limited agreement."""
        super().clean()
        if self.is_public and not (
            self.consent_given_on and self.consent_proof and self.expires_on
        ):
            raise ValidationError(
                "Pour afficher cette personne, indiquez la date de son accord, sa preuve et "
                "jusqu’à quand il vaut."
            )
        if self.consent_given_on and self.expires_on and self.expires_on < self.consent_given_on:
            raise ValidationError({"expires_on": "L’accord expire avant d’avoir été donné."})

    @property
    def is_shown(self) -> bool:
        """Whether the public may see this person today."""
        return (
            self.is_public
            and self.consent_given_on is not None
            and self.expires_on is not None
            and self.expires_on >= datetime.date.today()
        )
