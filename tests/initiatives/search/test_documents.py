"""What each page of the domain gives to search, and what of its fiche it has."""

import datetime

import pytest
from wagtail.models import PageViewRestriction

from hub.content.text import NBSP
from initiatives.models import InitiativeOrganisation, OrganisationRole, Scheme
from tests.factories import (
    ContactPersonFactory,
    EventPageFactory,
    EventReportPageFactory,
    EventSeriesPageFactory,
    InitiativePageFactory,
    LaureateStoryPageFactory,
    OrganisationFactory,
    PrizeResultFactory,
    PublicationPageFactory,
    TermFactory,
    VerificationFactory,
    VideoPageFactory,
)
from tests.initiatives.search.described import document_of, text_of

pytestmark = pytest.mark.django_db
DIJON, DOLE = "21231", "39198"


def four_days(**kwargs):
    """Return a fiche of Dijon, about the week of four days."""
    work = TermFactory(slug="organisation-du-travail", name="Organisation du travail")
    week = TermFactory(slug="semaine-de-4-jours", name="Semaine de 4 jours", parent=work)
    return InitiativePageFactory(commune_code=DIJON, terms=[week], **kwargs)


def test_a_fiche_gives_all_its_texts_the_summary_first():
    fiche = four_days(
        summary="Trente salariés travaillent quatre jours.",
        need="Personne ne répondait aux offres.",
        quoted_title="nos vendredis à nous",
        activity="menuiserie",
        nature="pratique",
        body=[{"type": "need", "value": "<p>Les <b>horaires</b> coupés.</p>"}],
        sector=TermFactory(scheme=Scheme.SECTOR, slug="f", name="Construction"),
    )
    fiche.tags.add("temps libre")
    fiche.save()
    carrier = OrganisationFactory(name="Menuiserie Jurassienne")
    InitiativeOrganisation.objects.create(page=fiche, organisation=carrier, role="porteur")
    PrizeResultFactory(initiative=fiche, year=2023, category="association")
    text = text_of(fiche)
    assert text.startswith("Trente salariés travaillent quatre jours.\nPersonne ne répondait")
    for said in (
        "nos vendredis à nous",
        "menuiserie",
        "Les horaires coupés.",
        "Toute l’équipe décide.",
        "Pratique",
        "Construction",
        "Semaine de 4 jours",
        "Organisation du travail",
        "temps libre",
        "Menuiserie Jurassienne",
        "Lauréate 2023, association",
        "Dijon",
        "Dijon Métropole",
        "Côte-d’Or",
        "Bourgogne",
    ):
        assert said in text
    assert "menuiser" in document_of(fiche).texts["title"]  # of the one who carries it


def test_a_fiche_is_narrowed_by_everything_that_is_said_of_it():
    TermFactory(scheme=Scheme.HEADCOUNT, slug="11")
    fiche = four_days(
        year=2022,
        headcount=12,
        legal_status=TermFactory(scheme=Scheme.LEGAL_STATUS, slug="scop"),
        maturity=TermFactory(scheme=Scheme.MATURITY, slug="deployee"),
        sector=TermFactory(scheme=Scheme.SECTOR, slug="c"),
    )
    fiche.tags.add("binôme")
    fiche.save()
    carrier, spotter = OrganisationFactory(economy="ess"), OrganisationFactory()
    for one, role in ((carrier, OrganisationRole.CARRIER), (spotter, OrganisationRole.SPOTTER)):
        InitiativeOrganisation.objects.create(page=fiche, organisation=one, role=role)
    PrizeResultFactory(initiative=fiche, year=2023)
    VerificationFactory(initiative=fiche, verified_on=datetime.date(2025, 3, 9))
    document = document_of(fiche)
    assert dict(document.values) == {
        "type": ("initiative",),
        "theme": ("organisation-du-travail", "semaine-de-4-jours"),
        "departement": ("21",),
        "epci": ("242100410",),
        "ancienne-region": ("bourgogne",),
        "secteur": ("c",),
        "statut": ("scop",),
        "maturite": ("deployee",),
        "effectif": ("11",),
        "economie": ("ess",),
        "annee": ("2022",),
        "laureat": ("oui", "2023"),
        "reperee-par": (str(spotter.uid),),
        "etiquette": ("binome",),
    }
    assert document.numbers["fraicheur"] == 20250309
    assert document.point == pytest.approx((47.32, 5.04), abs=0.1)


def test_a_fiche_that_nobody_verified_says_so_and_a_nominee_is_no_laureate():
    fiche = InitiativePageFactory()
    PrizeResultFactory(initiative=fiche, stage="nommee")
    document = document_of(fiche)
    assert document.numbers["fraicheur"] == 0
    assert "laureat" not in document.values


def about(fiche):
    """Return a story, a video and a report about a fiche."""
    story = LaureateStoryPageFactory(prize_result=PrizeResultFactory(initiative=fiche, year=2020))
    video = VideoPageFactory(transcript="<p>Nous avons <b>osé</b>.</p>", speakers="La gérante")
    video.subjects.create(page=fiche)
    video.save()
    report = EventReportPageFactory()
    report.initiative_links.create(initiative=fiche)
    report.save()
    return story, video, report


def test_what_speaks_of_a_fiche_has_its_terms_its_place_and_its_names():
    fiche = four_days(title="Vendredi libre")
    for page in about(fiche):
        document = document_of(page)
        assert document.values["theme"] == ("organisation-du-travail", "semaine-de-4-jours")
        assert document.values["departement"] == ("21",)
        assert document.point is not None
        assert {"Vendredi libre", "Semaine de 4 jours", "Dijon"} <= set(text_of(page).splitlines())


def test_a_hidden_fiche_gives_nothing_to_what_speaks_of_it():
    fiche = four_days(title="Vendredi libre")
    pages = about(fiche)
    PageViewRestriction.objects.create(page=fiche, restriction_type="login")
    for page in pages:
        document = document_of(page)
        assert "theme" not in document.values
        assert "departement" not in document.values
        assert "Vendredi libre" not in text_of(page)
        assert "Dijon" not in text_of(page)


def test_a_story_is_told_by_its_quote_and_is_that_of_a_laureate():
    story = LaureateStoryPageFactory(
        prize_result=PrizeResultFactory(year=2020, awarded_on=datetime.date(2020, 11, 5)),
        quote="On a arrêté de décider à leur place.",
    )
    assert "On a arrêté de décider" in text_of(story)
    document = document_of(story)
    assert document.values["laureat"] == ("oui", "2020")
    assert document.by_date.startswith("79798894")


def test_a_story_without_a_result_yet_is_found_by_its_own_words():
    story = LaureateStoryPageFactory(summary="Une équipe raconte.")
    type(story).objects.filter(pk=story.pk).update(prize_result=None)
    assert text_of(story) == "Une équipe raconte."


def test_a_video_is_found_by_what_is_said_in_it():
    video = VideoPageFactory(
        transcript="<p>Nous avons <b>osé</b>.</p>",
        chapters=[{"type": "chapter", "value": {"start": 30, "title": "Les débuts"}}],
        published_on=datetime.date(2021, 1, 2),
    )
    assert {"Nous avons osé.", "Les débuts"} <= set(text_of(video).splitlines())


def test_a_video_about_an_event_is_where_the_event_is():
    video = VideoPageFactory()
    video.subjects.create(page=EventPageFactory(title="Rencontre de Dole", commune_code=DOLE))
    video.save()
    assert document_of(video).values["departement"] == ("39",)
    assert "Rencontre de Dole" in text_of(video)


def test_an_event_is_found_by_its_kind_its_place_its_day_and_who_organises_it():
    event = EventPageFactory(
        commune_code=DOLE, place_name="Salle Edgar-Faure", start_date=datetime.date(2023, 9, 26)
    )
    event.organisation_links.create(
        organisation=OrganisationFactory(name="MFQ"), role=OrganisationRole.ORGANISER
    )
    event.save()
    lines = text_of(event).replace(NBSP, " ")
    for said in ("Salle Edgar-Faure", "26 septembre 2023", "MFQ", "Dole", "Jura"):
        assert said in lines
    assert document_of(event).values["ancienne-region"] == ("franche-comte",)


def test_a_report_is_where_its_event_is_and_has_its_day():
    event = EventPageFactory(commune_code=DOLE, start_date=datetime.date(2023, 9, 26))
    report = EventReportPageFactory(parent=event)
    document = document_of(report)
    assert document.values["departement"] == ("39",)
    assert document.by_date.startswith(str(99999999 - 20230926))


def test_a_report_of_a_hidden_event_does_not_say_where_it_was():
    report = EventReportPageFactory(parent=EventPageFactory(title="Secret", commune_code=DOLE))
    event = report.get_parent().specific
    event.live = False
    event.save()
    assert "departement" not in document_of(report).values
    assert "Secret" not in text_of(report)


def test_a_publication_is_found_by_its_figures_and_by_the_visible_fiches_it_gathers():
    publication = PublicationPageFactory(number=4)
    publication.figures.create(
        value=163, unit="", label="initiatives recensées", measured_on=datetime.date(2023, 1, 1)
    )
    shown, hidden = InitiativePageFactory(title="Montrée"), InitiativePageFactory(title="Cachée")
    for fiche in (shown, hidden):
        publication.initiative_links.create(initiative=fiche)
    publication.save()
    hidden.live = False
    hidden.save()
    text = text_of(publication).replace(NBSP, " ")
    assert "163 initiatives recensées" in text
    assert "Carnet n°" in text
    assert "Montrée" in text
    assert "Cachée" not in text


def test_a_series_is_found_by_its_own_words():
    assert text_of(EventSeriesPageFactory(summary="Neuf étapes.")) == "Neuf étapes."


def test_a_person_who_may_be_called_is_in_no_document():
    person = ContactPersonFactory(name="Camille Exemple")
    fiche = InitiativePageFactory(contact=person)
    InitiativeOrganisation.objects.create(
        page=fiche, organisation=OrganisationFactory(), role="porteur", contact=person
    )
    assert "Camille" not in text_of(fiche)
