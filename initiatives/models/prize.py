"""Results of the prize: the only source of the word « lauréate »."""

import uuid
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class PrizeStage(models.TextChoices):
    """How far an initiative went in the prize of a year."""

    CANDIDATE = "candidate", "Candidate"
    NOMINEE = "nommee", "Nommée"
    LAUREATE = "laureate", "Lauréate"


class PrizeResultQuerySet(models.QuerySet["PrizeResult"]):
    """Queries on results."""

    def laureates(self) -> "PrizeResultQuerySet":
        """Results that make an initiative a laureate."""
        return self.filter(stage=PrizeStage.LAUREATE)


class PrizeResult(models.Model):
    """What an initiative obtained in the prize of one year."""

    uid = models.UUIDField("identifiant", default=uuid.uuid4, editable=False, unique=True)
    initiative = models.ForeignKey(
        "initiatives.InitiativePage",
        verbose_name="initiative",
        on_delete=models.PROTECT,
        related_name="prize_results",
        help_text="La fiche distinguée ou candidate.",
    )
    year = models.PositiveSmallIntegerField(
        "année du prix",
        validators=[MinValueValidator(2000)],
        db_index=True,
        help_text="L’édition du prix.",
    )
    stage = models.CharField(
        "résultat",
        max_length=10,
        choices=PrizeStage,
        default=PrizeStage.LAUREATE,
        help_text="Jusqu’où elle est allée.",
    )
    category = models.CharField(
        "catégorie",
        max_length=120,
        blank=True,
        help_text="La catégorie du prix. Par exemple : association.",
    )
    mention = models.CharField(
        "rang ou mention", max_length=120, blank=True, help_text="Par exemple : « coup de cœur »."
    )
    awarded_on = models.DateField(
        "remis le", null=True, blank=True, help_text="Le jour de la remise."
    )

    objects = PrizeResultQuerySet.as_manager()

    panels: ClassVar = [
        FieldPanel("initiative"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("stage"), FieldPanel("awarded_on")]),
        FieldRowPanel([FieldPanel("category"), FieldPanel("mention")]),
    ]

    class Meta:
        verbose_name = "résultat au prix"
        verbose_name_plural = "résultats au prix"
        ordering = ["-year", "category", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "year", "category"], name="one_result_per_category_and_year"
            )
        ]

    def __str__(self) -> str:
        details = ", ".join(filter(None, (self.category, self.mention)))
        suffix = f" ({details})" if details else ""
        return f"{self.initiative.title} — {self.get_stage_display()} {self.year}{suffix}"

    @property
    def award_label(self) -> str:
        """What it obtained, as printed: « Lauréate 2022, organisation du travail »."""
        details = filter(None, (self.category, self.mention))
        return ", ".join((f"{self.get_stage_display()} {self.year}", *details))

    @property
    def is_laureate(self) -> bool:
        """Whether this result makes the initiative a laureate."""
        return self.stage == PrizeStage.LAUREATE
