"""The accessibility statement, made from a form (RGAA 4.1.2, compulsory statement form)."""

import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import NoFutureDateValidator, RichTextField

LIST_FEATURES = ["ul", "ol", "link", "bold"]
VALID_FOR = datetime.timedelta(days=3 * 365)


class Conformity(models.TextChoices):
    """The three states that the law knows (décret 2019-768, article 4)."""

    FULL = "totale", "totalement conforme"
    PARTIAL = "partielle", "partiellement conforme"
    NONE = "non", "non conforme"


@register_setting(icon="check", order=110)
class AccessibilityStatement(BaseSiteSetting):
    """What an audit found. Without a valid audit the site is « non conforme »."""

    audited_on = models.DateField(
        "date de l’audit",
        null=True,
        blank=True,
        validators=[NoFutureDateValidator()],
        help_text="Le jour du dernier audit.",
    )
    audited_by = models.CharField(
        "réalisé par",
        max_length=160,
        blank=True,
        help_text="Qui l’a mené. Par exemple : l’équipe du programme.",
    )
    rate = models.DecimalField(
        "taux de conformité (%)",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text="Part des critères applicables respectés, de 0 à 100.",
    )
    failures = RichTextField(
        "non-conformités",
        blank=True,
        features=LIST_FEATURES,
        help_text="Ce qui n’est pas conforme : une ligne pour chaque défaut.",
    )
    exemptions = RichTextField(
        "dérogations pour charge disproportionnée",
        blank=True,
        features=LIST_FEATURES,
        help_text="Ce qu’il serait disproportionné de corriger, et pourquoi.",
    )
    out_of_scope = RichTextField(
        "contenus non soumis",
        blank=True,
        features=LIST_FEATURES,
        help_text="Ce que la loi n’oblige pas à rendre accessible.",
    )
    technologies = models.CharField(
        "technologies",
        max_length=200,
        default="HTML5, CSS, JavaScript",
        help_text="Par exemple : HTML, CSS, JavaScript.",
    )
    environments = RichTextField(
        "environnements de test",
        blank=True,
        features=LIST_FEATURES,
        help_text="Les navigateurs et les lecteurs d’écran utilisés.",
    )
    tools = RichTextField(
        "outils d’évaluation",
        blank=True,
        features=LIST_FEATURES,
        help_text="Les outils utilisés. Par exemple : axe, un vérificateur de contrastes.",
    )
    sample = RichTextField(
        "pages vérifiées",
        blank=True,
        features=LIST_FEATURES,
        help_text="Les pages qui ont été auditées.",
    )
    contact_email = models.EmailField(
        "adresse pour signaler un défaut",
        blank=True,
        help_text="À défaut, l’adresse du programme.",
    )
    remedies = RichTextField(
        "compléments aux voies de recours",
        blank=True,
        features=LIST_FEATURES,
        help_text="Les trois voies légales (Défenseur des droits) sont toujours affichées.",
    )
    scheme_url = models.URLField(
        "schéma pluriannuel", blank=True, help_text="Adresse complète, s’il est publié."
    )
    plan_url = models.URLField(
        "plan d’actions de l’année", blank=True, help_text="Adresse complète, s’il est publié."
    )

    panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("audited_on"), FieldPanel("rate")]),
                FieldPanel("audited_by"),
            ],
            heading="Audit",
        ),
        MultiFieldPanel(
            [FieldPanel("failures"), FieldPanel("exemptions"), FieldPanel("out_of_scope")],
            heading="Contenus non accessibles",
        ),
        MultiFieldPanel(
            [
                FieldPanel("technologies"),
                FieldPanel("environments"),
                FieldPanel("tools"),
                FieldPanel("sample"),
            ],
            heading="Établissement de la déclaration",
        ),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("remedies")], heading="Contact et recours"
        ),
        MultiFieldPanel(
            [FieldPanel("scheme_url"), FieldPanel("plan_url")], heading="Schéma et plan d’actions"
        ),
    ]

    class Meta:
        verbose_name = "déclaration d’accessibilité"

    def __str__(self) -> str:
        return f"Accessibilité : {self.conformity.label}"

    def clean(self) -> None:
        """Refuse a rate without the date of its audit, and the reverse."""
        super().clean()
        if (self.rate is None) != (self.audited_on is None):
            raise ValidationError("Indiquez la date de l’audit et son taux, ou aucun des deux.")

    @property
    def is_valid(self) -> bool:
        """Whether there is an audit younger than three years."""
        if self.rate is None or self.audited_on is None:
            return False
        return datetime.date.today() - self.audited_on < VALID_FOR

    @property
    def conformity(self) -> Conformity:
        """The state to print: full at 100 %, partial from 50 %, none below or without audit."""
        if not self.is_valid or self.rate is None or self.rate < 50:
            return Conformity.NONE
        return Conformity.FULL if self.rate == 100 else Conformity.PARTIAL
