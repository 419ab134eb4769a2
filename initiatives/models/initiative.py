"""The fiche of an initiative."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TaggedItemBase
from wagtail.models import Orderable

from hub.content.fields import StreamField
from hub.content.models import BasePage, PictureMixin, RelatedPagesMixin
from hub.content.social.words import ShareWords
from hub.territory.folding import fold
from hub.territory.models import PlacedMixin
from initiatives.blocks import FicheBlocks
from initiatives.forms import InitiativeForm, missing_dimensions
from initiatives.headcount import headcount_slug
from initiatives.models.organisation import OrganisationLink, WithOrganisations
from initiatives.models.vocabulary import CHARACTERISATION_SCHEMES, Scheme, Term
from initiatives.panels import characterisation_panels, initiative_panels
from initiatives.querysets import InitiativeManager
from initiatives.related_data import named_all
from initiatives.structured_data import initiative_json_ld


def current_year() -> int:
    """The year to propose for a new fiche."""
    return datetime.date.today().year


class Nature(models.TextChoices):
    """What is new (Carnet de route n° 1: « nouvelles organisations, prestations, pratiques »)."""

    ORGANISATION = "organisation", "Organisation"
    SERVICE = "prestation", "Prestation"
    PRACTICE = "pratique", "Pratique"


class InitiativeTag(TaggedItemBase):
    """A free tag of a fiche."""

    content_object = ParentalKey(
        "initiatives.InitiativePage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class Characterisation(Orderable, ItemBase):
    """A term of the grid given to a fiche, with one sentence that says why."""

    content_object = ParentalKey(
        "initiatives.InitiativePage", on_delete=models.CASCADE, related_name="characterisations"
    )
    tag = models.ForeignKey(
        Term,
        verbose_name="terme",
        on_delete=models.PROTECT,
        related_name="characterisations",
        limit_choices_to={"scheme__in": CHARACTERISATION_SCHEMES},
        help_text="Par exemple : Individu (Centrée sur).",
    )
    evidence = models.CharField(
        "pourquoi",
        max_length=400,
        blank=True,
        help_text="Une phrase qui dit pourquoi ce terme convient à cette initiative.",
    )

    panels: ClassVar = characterisation_panels

    class Meta(Orderable.Meta):
        verbose_name = "caractérisation"
        verbose_name_plural = "caractérisations"
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="term_given_once")
        ]

    def __str__(self) -> str:
        return f"{self.tag.get_scheme_display()} : {self.tag.name}"


class InitiativeOrganisation(OrganisationLink):
    """An organisation and its role in an initiative."""

    page = ParentalKey(
        "initiatives.InitiativePage", on_delete=models.CASCADE, related_name="organisation_links"
    )

    class Meta(OrganisationLink.Meta):
        verbose_name = "organisation liée"
        verbose_name_plural = "organisations liées"


def _term(scheme: Scheme, label: str, **options: Any) -> Any:
    return models.ForeignKey(
        Term,
        verbose_name=label,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        limit_choices_to={"scheme": scheme},
        related_name="+",
        **options,
    )


class InitiativePage(WithOrganisations, PlacedMixin, PictureMixin, RelatedPagesMixin, BasePage):
    """A fiche: who did what, where, why it is a social innovation, and how fresh it is."""

    import_key = models.CharField(
        "clé d’échange",
        max_length=120,
        unique=True,
        null=True,
        blank=True,
        help_text="Identifie la fiche dans les imports et les exports.",
    )
    sort_title = models.CharField(max_length=255, editable=False, db_index=True, blank=True)
    quoted_title = models.CharField(
        "titre cité",
        max_length=160,
        blank=True,
        help_text="Les mots de l’équipe, sans guillemets : « la recette d’une organisation "
        "partagée ».",
    )
    summary = models.TextField(
        "résumé", max_length=400, help_text="Une ou deux phrases, 400 caractères au plus."
    )
    logo = models.ForeignKey(
        "content.HubImage",
        verbose_name="logo",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Le logo de la structure, si possible sur fond transparent.",
    )
    activity = models.CharField(
        "activité",
        max_length=160,
        blank=True,
        help_text="Ce que fait la structure. Par exemple : restaurant, aide à domicile.",
    )
    sector = _term(
        Scheme.SECTOR,
        "secteur (NAF)",
        help_text="La section de la nomenclature d’activités dont relève la structure.",
    )
    legal_status = _term(
        Scheme.LEGAL_STATUS,
        "statut juridique",
        help_text="Par exemple : association, SARL, Scop.",
    )
    headcount = models.PositiveIntegerField(
        "effectif",
        null=True,
        blank=True,
        help_text="Nombre de salariés de la structure. Par exemple : 12.",
    )
    headcount_year = models.PositiveSmallIntegerField(
        "année de l’effectif",
        null=True,
        blank=True,
        validators=[MinValueValidator(1990)],
        help_text="L’année où cet effectif a été compté.",
    )
    headcount_class = _term(
        Scheme.HEADCOUNT,
        "tranche d’effectif",
        help_text="Calculée quand l’effectif est connu.",
    )
    year = models.PositiveSmallIntegerField(
        "année de recensement",
        db_index=True,
        default=current_year,
        null=True,  # a draft may lack it, a publication may not
        validators=[MinValueValidator(2012), MaxValueValidator(2100)],
        help_text="L’année où le programme l’a recensée, par exemple 2023.",
    )
    maturity = _term(
        Scheme.MATURITY,
        "maturité",
        help_text="Où en est l’initiative : idée, essai en cours, déployée, arrêtée…",
    )
    nature = models.CharField(
        "nature",
        max_length=12,
        choices=Nature,
        blank=True,
        help_text=("Ce qui est nouveau : l’organisation, le service rendu ou la façon de faire."),
    )
    need = models.CharField(
        "besoin auquel elle répond",
        max_length=400,
        blank=True,
        help_text=(
            "Le besoin social, en une phrase. Par exemple : recruter là où personne ne postulait."
        ),
    )
    website = models.URLField(
        "site web", blank=True, help_text="Adresse complète. Par exemple : https://www.exemple.fr."
    )
    contact = models.ForeignKey(
        "initiatives.ContactPerson",
        verbose_name="contact public",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Sans contact, la fiche propose « Être mis en relation ».",
    )
    is_fictitious = models.BooleanField(
        "initiative fictive",
        default=False,
        help_text="La fiche porte alors la mention « Exemple fictif ».",
    )
    body = StreamField(
        FicheBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text=(
            "Ajoutez les rubriques une à une avec « + » : le besoin, la démarche, les "
            "résultats, puis ce qui vous semble utile."
        ),
    )
    tags = ClusterTaggableManager(
        through=InitiativeTag, blank=True, verbose_name="étiquettes libres"
    )

    objects = InitiativeManager()

    base_form_class = InitiativeForm
    exclude_fields_in_copy: ClassVar = [*BasePage.exclude_fields_in_copy, "import_key"]
    template = "initiatives/initiative_page.html"
    choice_facts: ClassVar = ("place_label", "year")
    parent_page_types: ClassVar = ["initiatives.InitiativeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = initiative_panels

    class Meta(PlacedMixin.Meta):
        verbose_name = "initiative"
        verbose_name_plural = "initiatives"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep in step the headcount class, and the title that lists are sorted by."""
        self.sort_title = fold(self.title)[:255]
        if self.headcount is not None:
            slug = headcount_slug(self.headcount)
            self.headcount_class = Term.objects.called(Scheme.HEADCOUNT, slug)
        super().save(*args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the sheet that the template reads (`initiatives/sheets/initiative.py`)."""
        from initiatives.sheets.initiative import sheet_for  # reads models that point here

        context = super().get_context(request, *args, **kwargs)
        return {**context, "sheet": sheet_for(self, request)}

    @property
    def results(self) -> list[Any]:
        """What it obtained in the prize; nothing before the page is saved."""
        read: list[Any] | None = getattr(self, "results_read", None)  # in a list, or for its page
        if read is not None:
            return read
        return list(self.prize_results.all()) if self.pk else []

    @property
    def awards(self) -> list[Any]:
        """The results that make it a laureate, the last one first."""
        return [result for result in self.results if result.is_laureate]

    @property
    def checks_done(self) -> list[Any]:
        """Its verifications, the last first; nothing before the page is saved."""
        read: list[Any] | None = getattr(self, "checks_read", None)
        if read is not None:
            return read
        return list(self.verifications.all()) if self.pk else []

    @property
    def themes(self) -> list[Term]:
        """The themes of the fiche, in the editor's order."""
        read = getattr(self, "theme_links", None)  # of a card
        links = self.characterisations.all() if read is None else read
        given = (one.tag for one in links)
        return [term for term in given if term.scheme == Scheme.THEME]

    @property
    def last_verified(self) -> datetime.date | None:
        """The day of the last verification."""
        return max((one.verified_on for one in self.checks_done), default=None)

    def publication_faults(self) -> list[str]:
        """The dimensions of the grid that have no term."""
        return missing_dimensions({one.tag.scheme for one in self.characterisations.all()})

    def share_words(self) -> ShareWords:
        """Where it is, what it won last, and whether it exists."""
        place = (self.commune.name if self.commune else "", self.departement_label)
        award = next((one for one in self.results if one.is_laureate), None)
        return ShareWords(
            eyebrow=" · ".join(filter(None, place)) or "Initiative",
            award=f"{award.get_stage_display()} {award.year}" if award else "",
            note="Exemple fictif" if self.is_fictitious else "",
        )

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `Project`, its parent organisation, and what is told of it."""
        from initiatives.sheets.initiative import sheet_for  # reads models that point here

        project = initiative_json_ld(self, request)
        if told := named_all(sheet_for(self, request).back_links, request):
            project["subjectOf"] = told
        return super().json_ld(request) | {"mainEntity": project}
