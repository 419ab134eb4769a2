"""What an event gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from hub.content.fields import StreamField
from hub.content.models import BasePage, PictureMixin, RelatedPagesMixin
from hub.content.social.words import ShareWords
from initiatives.blocks import ReportBlocks
from initiatives.models.mention import InitiativeLink
from initiatives.models.organisation import OrganisationLink
from initiatives.related_data import file_json_ld, measured, named, named_all, observed

if TYPE_CHECKING:
    from initiatives.sheets.report import ReportSheet


class ReportOrganisation(OrganisationLink):
    """An organisation that testified, or otherwise took part."""

    page = ParentalKey(
        "initiatives.EventReportPage",
        on_delete=models.CASCADE,
        related_name="organisation_links",
    )

    class Meta(OrganisationLink.Meta):
        verbose_name = "organisation témoin"
        verbose_name_plural = "organisations témoins"


class ReportInitiative(InitiativeLink):
    """An initiative that the report speaks of."""

    page = ParentalKey(
        "initiatives.EventReportPage", on_delete=models.CASCADE, related_name="initiative_links"
    )

    class Meta(InitiativeLink.Meta):
        verbose_name = "initiative citée"
        verbose_name_plural = "initiatives citées"


class EventReportPage(PictureMixin, RelatedPagesMixin, BasePage):
    """The report of an event: who came, who testified, what came out of it."""

    summary = models.TextField(
        "résumé", max_length=400, help_text="Ce qui s’y est dit et décidé, 400 caractères au plus."
    )
    participants = models.PositiveIntegerField(
        "participants",
        null=True,
        blank=True,
        help_text="Nombre de personnes présentes. Vide : non compté.",
    )
    structures = models.PositiveIntegerField(
        "structures représentées",
        null=True,
        blank=True,
        help_text="Nombre d’entreprises, d’associations et d’organismes. Vide : non compté.",
    )
    profiles = models.CharField(
        "profils",
        max_length=200,
        blank=True,
        help_text="Par exemple : salariés, directions, étudiants, retraités.",
    )
    body = StreamField(
        ReportBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text=(
            "Le récit, les productions (chacune avec la question à laquelle elle "
            "répond), les images."
        ),
    )

    template = "initiatives/event_report_page.html"
    parent_page_types: ClassVar = ["initiatives.EventPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        MultiFieldPanel([*Page.content_panels, FieldPanel("summary")], heading="Présentation"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("participants"), FieldPanel("structures")]),
                FieldPanel("profiles"),
            ],
            heading="Participation",
        ),
        *PictureMixin.picture_panels,
        FieldPanel("body"),
        InlinePanel(
            "initiative_links",
            heading="Initiatives citées",
            label="Initiative",
            help_text="Leurs fiches renvoient à ce compte rendu.",
        ),
        InlinePanel(
            "organisation_links",
            heading="Organisations",
            label="Organisation",
            help_text="Celles qui ont témoigné, par exemple.",
        ),
        MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Liens"),
    ]

    class Meta:
        verbose_name = "compte rendu d’événement"
        verbose_name_plural = "comptes rendus d’événements"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the sheet that the template reads (`initiatives/sheets/report.py`)."""
        return {**super().get_context(request, *args, **kwargs), "sheet": self._sheet()}

    def _sheet(self) -> ReportSheet:
        from initiatives.sheets.report import ReportSheet  # reads models that point at this one

        return self.kept("sheet", lambda: ReportSheet(self))

    def share_words(self) -> ShareWords:
        """What kind of text it is."""
        return ShareWords(eyebrow="Compte rendu")

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: an `Article` about the event, its documents and its figures."""
        sheet = self._sheet()
        data = super().json_ld(request) | {
            "@type": "Article",
            "mentions": named_all(sheet.initiatives, request),
            "isBasedOn": [file_json_ld(file, request) for file in sheet.files],
        }
        if sheet.event:
            data["about"] = named(sheet.event, request)
        return data | observed([*sheet.attendance, *measured(sheet.measures)])
