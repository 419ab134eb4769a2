"""Events, alone or as stages of a series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from hub.content.blocks.body import BodyBlocks
from hub.content.fields import StreamField
from hub.content.models import BasePage, PictureMixin, RelatedPagesMixin
from hub.content.social.words import ShareWords
from hub.territory.models import PlacedMixin
from hub.territory.panels import place_panels
from initiatives.choices import choice_panel
from initiatives.dates import period_label
from initiatives.models.organisation import OrganisationLink, WithOrganisations
from initiatives.models.schedule import ScheduleMixin
from initiatives.models.vocabulary import Scheme, Term
from initiatives.querysets import EventManager, EventQuerySet
from initiatives.related_data import measured, named, named_all, observed
from initiatives.structured_data import event_json_ld, stage_json_ld

if TYPE_CHECKING:
    from initiatives.sheets.event import EventSheet
    from initiatives.sheets.tour import Tour


class EventSeriesPage(PictureMixin, BasePage):
    """A series of events: a tour and its stages."""

    summary = models.TextField(
        "résumé", max_length=400, help_text="Ce qui réunit ces événements, 400 caractères au plus."
    )
    body = StreamField(
        BodyBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text=("Ce qu’est la série, d’où elle vient ; ses étapes sont listées d’elles-mêmes."),
    )

    template = "initiatives/event_series_page.html"
    parent_page_types: ClassVar = ["initiatives.EventIndexPage"]
    subpage_types: ClassVar = ["initiatives.EventPage"]
    content_panels: ClassVar = [
        MultiFieldPanel([*Page.content_panels, FieldPanel("summary")], heading="Présentation"),
        *PictureMixin.picture_panels,
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "série d’événements"
        verbose_name_plural = "séries d’événements"

    def gathered(self) -> EventQuerySet:
        """The stages, in their order: what the data of the series are made of."""
        return EventPage.objects.child_of(self).by_stage()

    def share_words(self) -> ShareWords:
        """That it has several stages."""
        return ShareWords(eyebrow="Série d’événements")

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `CollectionPage` of an `EventSeries` and its stages."""
        series = {
            "@type": "EventSeries",
            "@id": f"urn:uuid:{self.uid}",
            "name": self.title,
            "description": self.summary,
        }
        if stages := [stop.event for stop in self._tour().stops]:
            dated = [stage_json_ld(one) | named(one, request) for one in stages]
            series["subEvent"] = dated
        return super().json_ld(request) | {"@type": "CollectionPage", "mainEntity": series}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the tour that the template reads (`initiatives/sheets/tour.py`)."""
        return {**super().get_context(request, *args, **kwargs), "tour": self._tour()}

    def _tour(self) -> Tour:
        from initiatives.sheets.tour import Tour  # reads the model of its stages

        return self.kept("tour", lambda: Tour(self))


class EventOrganisation(OrganisationLink):
    """An organisation and its role in an event."""

    page = ParentalKey(
        "initiatives.EventPage", on_delete=models.CASCADE, related_name="organisation_links"
    )

    class Meta(OrganisationLink.Meta):
        verbose_name = "organisation liée"
        verbose_name_plural = "organisations liées"


class EventPage(
    ScheduleMixin, WithOrganisations, PlacedMixin, PictureMixin, RelatedPagesMixin, BasePage
):
    """When, where, how to come, and what for."""

    summary = models.TextField(
        "résumé",
        max_length=400,
        help_text="De quoi il s’agit et pour qui, 400 caractères au plus.",
    )
    kind = models.ForeignKey(
        Term,
        verbose_name="type d’événement",
        on_delete=models.PROTECT,
        null=True,
        limit_choices_to={"scheme": Scheme.EVENT_KIND},
        related_name="+",
        help_text="Par exemple : rencontre régionale, atelier, webinaire.",
    )
    place_name = models.CharField(
        "lieu", max_length=160, blank=True, help_text="Par exemple : Cinéma Olympia."
    )
    access = models.TextField(
        "comment venir",
        blank=True,
        help_text=(
            "Transports, stationnement, accessibilité du lieu. Par exemple : tram T1, "
            "arrêt Godrans."
        ),
    )
    registration_url = models.URLField(
        "adresse d’inscription",
        blank=True,
        help_text=(
            "Adresse complète du formulaire d’inscription. Sans adresse, aucun bouton n’est montré."
        ),
    )
    stage = models.PositiveSmallIntegerField(
        "numéro d’étape", null=True, blank=True, help_text="Dans une série."
    )
    inside = models.ForeignKey(
        "self",
        verbose_name="au sein de l’événement",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="events_inside",
        help_text=(
            "Quand il se tient pendant un événement plus large. Par exemple : un "
            "atelier d’un salon."
        ),
    )
    body = StreamField(
        BodyBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text="Le programme, les intervenants, ce qu’il faut savoir avant de venir.",
    )

    objects = EventManager()

    template = "initiatives/event_page.html"
    choice_facts: ClassVar = ("when", "place_label")
    parent_page_types: ClassVar = ["initiatives.EventIndexPage", "initiatives.EventSeriesPage"]
    subpage_types: ClassVar = ["initiatives.EventReportPage"]
    content_panels: ClassVar = [
        MultiFieldPanel(
            [*Page.content_panels, choice_panel("kind"), FieldPanel("summary")],
            heading="Présentation",
        ),
        *ScheduleMixin.schedule_panels,
        *place_panels,
        MultiFieldPanel(
            [FieldPanel("place_name"), FieldPanel("access"), FieldPanel("registration_url")],
            heading="Venir",
        ),
        *PictureMixin.picture_panels,
        FieldPanel("body"),
        InlinePanel(
            "organisation_links",
            heading="Organisateurs",
            label="Organisation",
            help_text="Qui organise, qui finance, qui accueille.",
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("stage"), FieldPanel("inside")])], heading="Rattachement"
        ),
        MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Liens"),
    ]

    class Meta(PlacedMixin.Meta):
        verbose_name = "événement"
        verbose_name_plural = "événements"

    def clean(self) -> None:
        """Refuse an event inside itself."""
        super().clean()
        if self.pk and self.inside_id == self.pk:
            raise ValidationError({"inside": "Un événement ne peut pas être au sein de lui-même."})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the sheet that the template reads (`initiatives/sheets/event.py`)."""
        return {**super().get_context(request, *args, **kwargs), "sheet": self._sheet()}

    def _sheet(self) -> EventSheet:
        from initiatives.sheets.event import EventSheet  # reads models that point at this one

        return self.kept("sheet", lambda: EventSheet(self))

    def share_words(self) -> ShareWords:
        """On which days and where, and whether it was cancelled."""
        days = period_label(self.start_date, self.end_date) if self.start_date else ""
        place = self.commune.name if self.commune else ""
        parts = (self.imprecise_date or days, place)
        return ShareWords(
            eyebrow=" · ".join(filter(None, parts)) or "Événement",
            note="Annulé" if self.is_cancelled else "",
        )

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: an `Event`, those around and inside it, its videos and its figures."""
        sheet = self._sheet()
        around = {
            "superEvent": named_all(filter(None, (sheet.series, sheet.host)), request),
            "subEvent": named_all(sheet.events_inside, request),
            "recordedIn": named_all(sheet.videos, request),
            "subjectOf": named_all(sheet.reports, request),
        }
        said = {name: pages for name, pages in around.items() if pages}
        figures = observed(measured(sheet.measures))
        return super().json_ld(request) | event_json_ld(self) | said | figures
