"""The controlled vocabularies: the grid, themes, publics, levers and the lists of the fiche."""

import uuid
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from initiatives.models.alias import KeepsItsAddresses, TermAlias


class Scheme(models.TextChoices):
    """A vocabulary; its value is also its address and its search parameter."""

    CENTRED_ON = "centree-sur", "Centrée sur"
    LINKED_TO = "en-lien-avec", "En lien avec"
    THEME = "theme", "Thème QVCT"
    PUBLIC = "public", "Public"
    LEVER = "levier", "Levier"
    SECTOR = "secteur", "Secteur d’activité"
    LEGAL_STATUS = "statut", "Statut juridique"
    HEADCOUNT = "effectif", "Tranche d’effectif"
    MATURITY = "maturite", "Maturité"
    EVENT_KIND = "type-evenement", "Type d’événement"


GRID: tuple[Scheme, ...] = (Scheme.CENTRED_ON, Scheme.LINKED_TO)
CHARACTERISATION_SCHEMES: tuple[Scheme, ...] = (
    *GRID,
    Scheme.THEME,
    Scheme.PUBLIC,
    Scheme.LEVER,
)


class TermQuerySet(models.QuerySet["Term"]):
    """Queries on terms."""

    def of(self, *schemes: Scheme) -> "TermQuerySet":
        """Terms of these vocabularies, in their order."""
        return self.filter(scheme__in=schemes)

    def called(self, scheme: Scheme, slug: str) -> "Term | None":
        """Return the term of this code, or the one that took its place; None where none did."""
        found = self.filter(scheme=scheme, slug=slug).first()
        return found or self.filter(aliases__scheme=scheme, aliases__slug=slug).first()

    def get_by_natural_key(self, scheme: str, slug: str) -> "Term":
        """Return the term that fixtures name by its scheme and slug."""
        return self.get(scheme=scheme, slug=slug)


class Term(KeepsItsAddresses, index.Indexed, TagBase):
    """A term of a vocabulary. Its slug is stable: addresses, exports and imports use it."""

    uid = models.UUIDField("identifiant", default=uuid.uuid4, editable=False, unique=True)
    scheme = models.CharField(
        "vocabulaire", max_length=20, choices=Scheme, help_text="La liste à laquelle il appartient."
    )
    name = models.CharField("libellé", max_length=120)
    slug = models.SlugField(
        "code", max_length=100, help_text="Stable : il sert d’adresse et de code d’échange."
    )
    parent = models.ForeignKey(
        "self",
        verbose_name="terme parent",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="Pour un second niveau, dans le même vocabulaire.",
    )
    definition = models.TextField(
        "définition", blank=True, help_text="Ce que le terme veut dire ici, en une ou deux phrases."
    )
    notation = models.CharField(
        "notation",
        max_length=60,
        blank=True,
        help_text="Code dans la nomenclature d’origine (section NAF, tranche INSEE…).",
    )
    source = models.CharField(
        "nomenclature", max_length=120, blank=True, help_text="Nom et millésime, ou référence."
    )
    cross_references = models.TextField(
        "renvois",
        blank=True,
        help_text="Adresses de termes équivalents d’autres grilles, une par ligne.",
    )
    sort_order = models.PositiveIntegerField("ordre", default=0, db_index=True)

    alias_model: ClassVar = TermAlias
    alias_field: ClassVar = "term"
    address_fields: ClassVar = ("scheme", "slug")
    natural_key_fields: ClassVar = ["scheme", "slug"]
    objects = TermQuerySet.as_manager()

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("scheme"), FieldPanel("parent")]),
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldPanel("definition"),
        FieldRowPanel([FieldPanel("notation"), FieldPanel("source")]),
        FieldPanel("cross_references"),
    ]
    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("scheme"),
    ]

    class Meta:
        verbose_name = "terme"
        verbose_name_plural = "termes"
        ordering = ["sort_order", "scheme", "name"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "slug"], name="unique_term_in_scheme")
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a parent of another vocabulary or of the second level, and broken references."""
        super().clean()
        if self.parent is not None and (
            self.parent.scheme != self.scheme or self.parent.parent_id or self.parent == self
        ):
            raise ValidationError(
                {"parent": "Le parent doit être un terme de premier niveau du même vocabulaire."}
            )
        for line in self.cross_references.splitlines():
            URLValidator(message=f"« {line} » n’est pas une adresse.")(line.strip())

    def get_absolute_url(self) -> str:
        """The public page of the term."""
        return reverse("term", args=[self.scheme, self.slug])
