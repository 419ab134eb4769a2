"""Every page type: how to make one, and how to fill it with `n` of whatever it shows."""

import datetime

from initiatives.models import (
    Characterisation,
    EventOrganisation,
    InitiativeOrganisation,
    PublicationFigure,
    PublicationInitiative,
    ReportInitiative,
    ReportOrganisation,
    Scheme,
    VideoSubject,
)
from tests import factories


def fill_home(page, n):
    for _ in range(n):
        factories.LaureateStoryPageFactory()
        factories.EventPageFactory(start_date=datetime.date.today())
        factories.ThemePageFactory()


def fill_standard(page, n):
    chosen = [factories.InitiativePageFactory(picture=factories.ImageFactory()) for _ in range(n)]
    page.related = [("page", other) for other in chosen]
    page.body = [
        ("text", "<p>Bonjour</p>"),
        ("selection", {"title": "Choix", "pages": chosen}),
    ]
    page.save()


def fill_proposal_page(page, n):
    page.related = [("page", factories.InitiativePageFactory()) for _ in range(n)]
    page.body = [("text", "<p>Bonjour</p>")]
    page.save()


def fill_theme_index(page, n):
    for _ in range(n):
        factories.ThemePageFactory(picture=factories.ImageFactory())


def fill_theme(page, n):
    page.term = factories.TermFactory(scheme=Scheme.THEME, slug="semaine-de-4-jours")
    page.save()
    for _ in range(n):
        fiche = factories.InitiativePageFactory(terms=[page.term], picture=factories.ImageFactory())
        VideoSubject.objects.create(video=factories.VideoPageFactory(), page=fiche)


def fill_initiative_index(page, n):
    for _ in range(n):
        fiche = factories.InitiativePageFactory(
            picture=factories.ImageFactory(), commune_code="21231"
        )
        factories.VerificationFactory(initiative=fiche)


def fill_initiative(page, n):
    theme = factories.TermFactory()
    Characterisation.objects.create(content_object=page, tag=theme, sort_order=9)
    for rank in range(n):
        term = factories.TermFactory()
        Characterisation.objects.create(content_object=page, tag=term, sort_order=10 + rank)
        factories.InitiativePageFactory(terms=[theme], picture=factories.ImageFactory())
        VideoSubject.objects.create(
            video=factories.VideoPageFactory(picture=factories.ImageFactory()), page=page
        )
        factories.VerificationFactory(initiative=page)
        factories.LaureateStoryPageFactory(
            prize_result=factories.PrizeResultFactory(
                initiative=page, year=2013 + page.prize_results.count()
            )
        )
        InitiativeOrganisation.objects.create(
            page=page,
            organisation=factories.OrganisationFactory(),
            role="financeur",
            sort_order=rank,
        )


def fill_laureate_index(page, n):
    for rank in range(n):
        fiche = factories.InitiativePageFactory(picture=factories.ImageFactory())
        result = factories.PrizeResultFactory(initiative=fiche, year=2010 + rank % 5)
        factories.LaureateStoryPageFactory(prize_result=result)


def fill_story(page, n):
    page.video = factories.VideoPageFactory()
    page.related = [("page", factories.InitiativePageFactory()) for _ in range(n)]
    page.save()


def fill_event_index(page, n):
    for _ in range(n):
        factories.EventPageFactory(commune_code="25056", picture=factories.ImageFactory())
        factories.EventPageFactory(start_date=datetime.date.today())
        factories.EventSeriesPageFactory()


def fill_series(page, n):
    for rank in range(n):
        factories.EventPageFactory(parent=page, stage=rank, commune_code="25056")


def fill_event(page, n):
    for rank in range(n):
        EventOrganisation.objects.create(
            page=page,
            organisation=factories.OrganisationFactory(),
            contact=factories.ContactPersonFactory(),
            role="organisateur",
            sort_order=rank,
        )
        factories.EventReportPageFactory(parent=page)
        VideoSubject.objects.create(video=factories.VideoPageFactory(), page=page)
        factories.EventPageFactory(inside=page)


def fill_report(page, n):
    for rank in range(n):
        ReportInitiative.objects.create(
            page=page, initiative=factories.InitiativePageFactory(), sort_order=rank
        )
        ReportOrganisation.objects.create(
            page=page, organisation=factories.OrganisationFactory(), role="temoin", sort_order=rank
        )
        VideoSubject.objects.create(video=factories.VideoPageFactory(), page=page)


def fill_video_index(page, n):
    for _ in range(n):
        factories.VideoPageFactory(picture=factories.ImageFactory())


def fill_video(page, n):
    for rank in range(n):
        VideoSubject.objects.create(
            video=page, page=factories.InitiativePageFactory(), sort_order=rank
        )


def fill_publication_index(page, n):
    for _ in range(n):
        factories.PublicationPageFactory(
            picture=factories.ImageFactory(), document=factories.DocumentFactory()
        )


def fill_publication(page, n):
    for rank in range(n):
        PublicationInitiative.objects.create(
            page=page, initiative=factories.InitiativePageFactory(), sort_order=rank
        )
        PublicationFigure.objects.create(page=page, value=rank, label="Fiches", sort_order=rank)


PAGE_TYPES = {
    "HomePage": (factories.HomePageFactory, fill_home),
    "StandardPage": (factories.StandardPageFactory, fill_standard),
    "ThemeIndexPage": (factories.ThemeIndexPageFactory, fill_theme_index),
    "ThemePage": (factories.ThemePageFactory, fill_theme),
    "InitiativeIndexPage": (factories.InitiativeIndexPageFactory, fill_initiative_index),
    "InitiativePage": (factories.InitiativePageFactory, fill_initiative),
    "LaureateIndexPage": (factories.LaureateIndexPageFactory, fill_laureate_index),
    "LaureateStoryPage": (factories.LaureateStoryPageFactory, fill_story),
    "EventIndexPage": (factories.EventIndexPageFactory, fill_event_index),
    "EventSeriesPage": (factories.EventSeriesPageFactory, fill_series),
    "EventPage": (factories.EventPageFactory, fill_event),
    "EventReportPage": (factories.EventReportPageFactory, fill_report),
    "VideoIndexPage": (factories.VideoIndexPageFactory, fill_video_index),
    "VideoPage": (factories.VideoPageFactory, fill_video),
    "PublicationIndexPage": (factories.PublicationIndexPageFactory, fill_publication_index),
    "PublicationPage": (factories.PublicationPageFactory, fill_publication),
    "ProposalPage": (factories.ProposalPageFactory, fill_proposal_page),
}
