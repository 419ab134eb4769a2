"""Carnets, bilans, surveys and resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page

from hub.content.fields import StreamField
from hub.content.models import BasePage, PictureMixin, RelatedPagesMixin
from hub.content.social.words import ShareWords
from initiatives.blocks import PublicationBlocks
from initiatives.models.mention import InitiativeLink
from initiatives.publication_form import PublicationForm, missing_text
from initiatives.related_data import file_json_ld, measured, named_all, observation, observed

if TYPE_CHECKING:
    from initiatives.sheets.publication import PublicationSheet


class PublicationKind(models.TextChoices):
    """What kind of publication it is."""

    NOTEBOOK = "carnet", "Carnet"
    REVIEW = "bilan", "Bilan"
    SURVEY = "enquete", "Enquête"
    CASE = "dossier", "Dossier"
    RESOURCE = "ressource", "Ressource"
    BIBLIOGRAPHY = "bibliographie", "Bibliographie"


class PublicationInitiative(InitiativeLink):
    """A fiche that a publication gathers."""

    page = ParentalKey(
        "initiatives.PublicationPage", on_delete=models.CASCADE, related_name="initiative_links"
    )

    class Meta(InitiativeLink.Meta):
        verbose_name = "initiative réunie"
        verbose_name_plural = "initiatives réunies"


class PublicationFigure(Orderable):
    """A key figure as it stood when it was published: frozen, cited, sourced."""

    page = ParentalKey(
        "initiatives.PublicationPage", on_delete=models.CASCADE, related_name="figures"
    )
    value = models.DecimalField(
        "valeur", max_digits=14, decimal_places=2, help_text="Le nombre seul. Par exemple : 163."
    )
    unit = models.CharField(
        "unité",
        max_length=40,
        blank=True,
        help_text="Par exemple : %, €, jours. Vide : un simple nombre.",
    )
    label = models.CharField(
        "libellé",
        max_length=160,
        help_text="Ce qui est compté. Par exemple : initiatives recensées.",
    )
    measured_on = models.DateField(
        "à la date du", null=True, blank=True, help_text="Le jour où ce nombre était vrai."
    )
    source = models.CharField(
        "source",
        max_length=200,
        blank=True,
        help_text="D’où vient ce nombre. Par exemple : enquête Rally’nov.",
    )

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("value"), FieldPanel("unit"), FieldPanel("measured_on")]),
        FieldPanel("label"),
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "chiffre clé"
        verbose_name_plural = "chiffres clés"


class PublicationPage(PictureMixin, RelatedPagesMixin, BasePage):
    """A publication in HTML, with its file where there is one; `picture` is its cover."""

    kind = models.CharField(
        "nature",
        max_length=15,
        choices=PublicationKind,
        help_text="Par exemple : Carnet, bilan, enquête.",
    )
    number = models.PositiveSmallIntegerField(
        "numéro",
        null=True,
        blank=True,
        help_text="Dans une série. Par exemple : 2, pour un Carnet n° 2.",
    )
    summary = models.TextField(
        "résumé", max_length=400, help_text="Ce que la publication apporte, 400 caractères au plus."
    )
    published_on = models.DateField(
        "date de parution",
        null=True,
        blank=True,
        help_text="Le jour de parution ; à défaut, écrivez la date affichée.",
    )
    date_label = models.CharField(
        "date affichée",
        max_length=60,
        blank=True,
        help_text="À la place du jour exact : « février 2013 », « à paraître en 2024 ».",
    )
    is_forthcoming = models.BooleanField(
        "à paraître", default=False, help_text="Annoncée, pas encore parue."
    )
    document = models.ForeignKey(
        "content.HubDocument",
        verbose_name="fichier",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=("Le fichier à télécharger. Son accessibilité se dit dans la fiche du document."),
    )
    body = StreamField(
        PublicationBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text=(
            "Le contenu en page web : c’est lui que l’on trouve par la recherche et "
            "que tout le monde peut lire."
        ),
    )

    base_form_class = PublicationForm
    template = "initiatives/publication_page.html"
    choice_facts: ClassVar = ("kind_label", "date_label")
    parent_page_types: ClassVar = ["initiatives.PublicationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        MultiFieldPanel(
            [
                *Page.content_panels,
                FieldRowPanel([FieldPanel("kind"), FieldPanel("number")]),
                FieldPanel("summary"),
                FieldRowPanel(
                    [
                        FieldPanel("published_on"),
                        FieldPanel("date_label"),
                        FieldPanel("is_forthcoming"),
                    ]
                ),
            ],
            heading="Présentation",
        ),
        FieldPanel("document"),
        *PictureMixin.picture_panels,
        InlinePanel(
            "figures",
            heading="Chiffres clés",
            label="Chiffre",
            help_text="Tels qu’ils étaient à la parution : ils ne changeront plus.",
        ),
        FieldPanel("body"),
        InlinePanel(
            "initiative_links",
            heading="Initiatives réunies",
            label="Initiative",
            help_text="Les fiches de la publication, dans son ordre.",
        ),
        MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Liens"),
    ]

    class Meta:
        verbose_name = "publication"
        verbose_name_plural = "publications"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the sheet that the template reads (`initiatives/sheets/publication.py`)."""
        return {**super().get_context(request, *args, **kwargs), "sheet": self._sheet()}

    def _sheet(self) -> PublicationSheet:
        from initiatives.sheets.publication import PublicationSheet  # models that point here

        return self.kept("sheet", lambda: PublicationSheet(self))

    @property
    def kind_label(self) -> str:
        """The kind and the number: « Carnet n° 1 »."""
        kind = self.get_kind_display()
        return f"{kind} n°\N{NO-BREAK SPACE}{self.number}" if self.number else kind

    @property
    def is_dated(self) -> bool:
        """Whether there is something to say of when it comes out."""
        return bool(self.date_label or self.is_forthcoming or self.published_on)

    def publication_faults(self) -> list[str]:
        """A file that is not accessible and that no page says in HTML."""
        return missing_text(self.document, self.body, self.pk)

    def share_words(self) -> ShareWords:
        """What kind of publication it is."""
        return ShareWords(eyebrow=self.kind_label)

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `Report`, its file, its fiches and its figures."""
        sheet = self._sheet()
        data = super().json_ld(request) | {
            "@type": "Report",
            "hasPart": named_all(sheet.initiatives, request),
        }
        if self.published_on:
            data["datePublished"] = self.published_on.isoformat()
        if self.number:
            data["reportNumber"] = str(self.number)
        if sheet.file:
            data["encoding"] = file_json_ld(sheet.file, request)
        figures = [
            observation(one.label, one.value, one.unit, one.measured_on, one.source)
            for one in sheet.figures
        ]
        return data | observed([*figures, *measured(sheet.measures)])
