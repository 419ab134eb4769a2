"""Organisations and the roles they play."""

import uuid
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from initiatives.choices import choice_panel
from initiatives.models.alias import KeepsItsAddresses, OrganisationAlias
from initiatives.models.vocabulary import Scheme


def validate_siret(value: str) -> None:
    """Refuse what is not a SIRET: 14 digits whose Luhn sum is a multiple of ten.

    La Poste (SIREN 356000000) is the one exception: its digits add up to a multiple of five.
    Source: INSEE, "Numéro SIRET".
    """
    if len(value) != 14 or not (value.isascii() and value.isdigit()):
        raise ValidationError("Un numéro SIRET compte 14 chiffres.")
    digits = [int(digit) for digit in value]
    if value.startswith("356000000") and sum(digits) % 5 == 0:
        return
    doubled = (digit * 2 if rank % 2 == 0 else digit for rank, digit in enumerate(digits))
    if sum(number - 9 if number > 9 else number for number in doubled) % 10:
        raise ValidationError("Ce numéro SIRET est faux : vérifiez ses chiffres.")


class Economy(models.TextChoices):
    """The two spheres in which the programme looks for innovations."""

    SOCIAL = "ess", "Économie sociale et solidaire"
    CLASSICAL = "classique", "Économie classique"


class OrganisationRole(models.TextChoices):
    """What an organisation does in an initiative, an event or the programme."""

    CARRIER = "porteur", "Porteur"
    SPOTTER = "repereur", "Partenaire repéreur"
    CO_PILOT = "copilote", "Copilote"
    LEAD = "maitre-d-oeuvre", "Maître d’œuvre"
    ASSOCIATE = "partenaire-associe", "Partenaire associé"
    FUNDER = "financeur", "Financeur"
    ORGANISER = "organisateur", "Organisateur"
    WITNESS = "temoin", "Témoin"


class Organisation(KeepsItsAddresses, index.Indexed, ClusterableModel):
    """A company, an association, a public body: it has a public page of its own."""

    uid = models.UUIDField("identifiant", default=uuid.uuid4, editable=False, unique=True)
    name = models.CharField("nom", max_length=200)
    slug = models.SlugField(
        "adresse",
        max_length=200,
        unique=True,
        help_text=(
            "La fin de l’adresse de sa page, en minuscules. Par exemple : les-delices-bleus."
        ),
    )
    description = models.TextField(
        "présentation",
        blank=True,
        help_text="Quelques phrases sur ce qu’elle fait, montrées sur sa page.",
    )
    siret = models.CharField(
        "SIRET",
        max_length=14,
        blank=True,
        validators=[validate_siret],
        help_text="14 chiffres, sans espaces. Facultatif.",
    )
    legal_status = models.ForeignKey(
        "initiatives.Term",
        verbose_name="statut juridique",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        limit_choices_to={"scheme": Scheme.LEGAL_STATUS},
        related_name="+",
        help_text="Par exemple : association, SARL, Scop.",
    )
    economy = models.CharField(
        "économie",
        max_length=10,
        choices=Economy,
        blank=True,
        help_text="La sphère dont elle relève.",
    )
    is_esus = models.BooleanField("agréée ESUS", default=False)
    is_mission_company = models.BooleanField("société à mission", default=False)
    is_siae = models.BooleanField("SIAE (insertion)", default=False)
    is_ea_esat = models.BooleanField("EA ou ESAT", default=False)
    is_ebe = models.BooleanField("EBE (Territoire zéro chômeur)", default=False)
    website = models.URLField(
        "site web", blank=True, help_text="Adresse complète. Par exemple : https://www.exemple.fr."
    )
    logo = models.ForeignKey(
        "content.HubImage",
        verbose_name="logo",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Si possible sur fond transparent.",
    )

    alias_model: ClassVar = OrganisationAlias
    alias_field: ClassVar = "organisation"
    LABELS: ClassVar = {
        "esus": "is_esus",
        "societe-a-mission": "is_mission_company",
        "siae": "is_siae",
        "ea-esat": "is_ea_esat",
        "ebe": "is_ebe",
    }

    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("siret"), choice_panel("legal_status"), FieldPanel("economy")]),
        MultiFieldPanel([FieldPanel(field) for field in LABELS.values()], heading="Labels"),
        FieldPanel("website"),
        FieldPanel("logo"),
        InlinePanel(
            "programme_roles",
            heading="Rôles dans le programme",
            label="Rôle",
            help_text="Ce qu’elle fait pour le programme lui-même, et quand.",
        ),
    ]
    search_fields: ClassVar = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisations"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The public page of the organisation."""
        return organisation_path(self.slug)

    @property
    def label_names(self) -> list[str]:
        """The labels that it holds, as printed."""
        return [
            str(self._meta.get_field(field).verbose_name)
            for field in self.LABELS.values()
            if getattr(self, field)
        ]


def organisation_path(slug: str) -> str:
    """Return the path of the public page of an organisation."""
    return reverse("organisation", args=[slug])


class OrganisationLink(Orderable):
    """An organisation with its role and, where somebody may be called, a contact."""

    organisation = models.ForeignKey(
        Organisation,
        verbose_name="organisation",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Cherchez-la par son nom ; créez-la si elle n’y est pas.",
    )
    role = models.CharField(
        "rôle",
        max_length=20,
        choices=OrganisationRole,
        help_text="Ce qu’elle fait ici. Par exemple : Porteur, pour qui mène l’initiative.",
    )
    contact = models.ForeignKey(
        "initiatives.ContactPerson",
        verbose_name="contact",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Facultatif : une personne qui accepte d’être appelée à ce sujet.",
    )

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("role"), FieldPanel("organisation")]),
        FieldPanel("contact"),
    ]

    class Meta(Orderable.Meta):
        abstract = True


class WithOrganisations:
    """For pages that have `organisation_links`."""

    def organisations(self, role: OrganisationRole) -> list[Organisation]:
        """The organisations in this role, in the editor's order."""
        links = self.organisation_links.all()  # type: ignore[attr-defined]
        return [link.organisation for link in links if link.role == role]


class ProgrammeRole(Orderable):
    """What an organisation does for the programme itself, and when."""

    organisation = ParentalKey(
        Organisation, on_delete=models.CASCADE, related_name="programme_roles"
    )
    role = models.CharField(
        "rôle",
        max_length=20,
        choices=OrganisationRole,
        help_text="Par exemple : Financeur.",
    )
    from_year = models.PositiveSmallIntegerField(
        "de", null=True, blank=True, help_text="Première année. Par exemple : 2013."
    )
    to_year = models.PositiveSmallIntegerField(
        "à", null=True, blank=True, help_text="Dernière année. Vide : toujours en cours."
    )

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("role"), FieldPanel("from_year"), FieldPanel("to_year")])
    ]

    class Meta(Orderable.Meta):
        verbose_name = "rôle dans le programme"
        verbose_name_plural = "rôles dans le programme"

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.period}".strip()

    def clean(self) -> None:
        """Refuse a period that ends before it begins."""
        super().clean()
        if self.from_year and self.to_year and self.to_year < self.from_year:
            raise ValidationError({"to_year": "La fin précède le début."})

    @property
    def period(self) -> str:
        """The years as printed: « 2013–2016 », « depuis 2013 », « jusqu’en 2016 » or nothing."""
        if self.from_year and self.from_year == self.to_year:
            return str(self.from_year)
        if self.from_year and self.to_year:
            return f"{self.from_year}–{self.to_year}"
        if self.from_year:
            return f"depuis {self.from_year}"
        return f"jusqu’en {self.to_year}" if self.to_year else ""
