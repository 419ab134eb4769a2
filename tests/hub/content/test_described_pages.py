"""The data block of each page type holds what search engines ask of its type.

Sources: schema.org, and Google Search Central on Article, Event, VideoObject and WebSite.
"""

import datetime

import pytest

from initiatives.models import EventOrganisation, InitiativeOrganisation, Measure, VideoSubject
from tests import factories
from tests.judges.schema_org import unknown_to_schema_org
from tests.page_types import PAGE_TYPES
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
EVERYWHERE = {"@context", "@type", "name", "description", "url", "image"}
ARTICLE = {"headline", "author", "publisher", "datePublished", "dateModified"}
NEEDED = {
    "HomePage": ("WebSite", {"publisher", "potentialAction"}),
    "StandardPage": ("WebPage", {"publisher"}),
    "ThemeIndexPage": ("CollectionPage", {"publisher", "mainEntity"}),
    "ThemePage": ("CollectionPage", {"publisher", "mainEntity"}),
    "InitiativeIndexPage": ("CollectionPage", {"publisher", "mainEntity"}),
    "InitiativePage": ("WebPage", {"publisher", "mainEntity"}),
    "LaureateIndexPage": ("CollectionPage", {"publisher", "mainEntity"}),
    "LaureateStoryPage": ("Article", ARTICLE | {"about", "video"}),
    "EventIndexPage": ("CollectionPage", {"publisher", "mainEntity"}),
    "EventSeriesPage": ("CollectionPage", {"publisher", "mainEntity"}),
    "EventPage": (
        "Event",
        {"startDate", "endDate", "eventStatus", "organizer", "recordedIn", "subEvent", "subjectOf"},
    ),
    "EventReportPage": ("Article", ARTICLE | {"about", "mentions"}),
    "VideoIndexPage": ("CollectionPage", {"publisher", "mainEntity"}),
    "VideoPage": ("VideoObject", {"thumbnailUrl", "uploadDate", "embedUrl", "publisher", "about"}),
    "PublicationIndexPage": ("CollectionPage", {"publisher", "mainEntity"}),
    "PublicationPage": ("Report", ARTICLE | {"hasPart", "@reverse"}),
    "ProposalPage": ("WebPage", {"publisher"}),
}


def described(client, page):
    """Publish a page and return its data block, as a search engine reads it."""
    page.save_revision().publish()
    return Markup(client.get(page.url).content.decode()).data_blocks[0]


def test_every_page_type_is_listed_here():
    assert NEEDED.keys() == PAGE_TYPES.keys()


@pytest.mark.parametrize("name", NEEDED)
def test_a_page_says_what_its_type_needs(client, home, search_index, name):
    kind, needed = NEEDED[name]
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 1)
    page.refresh_from_db()
    search_index()
    data = described(client, page)
    assert data["@type"] == kind
    assert unknown_to_schema_org(data) == []
    missing = {key for key in EVERYWHERE | needed if not data.get(key)}
    assert missing == set()
    assert data["url"].startswith("http://localhost/")
    assert data["image"].startswith("http://localhost/partage/")


def test_the_publisher_has_a_name_an_address_and_a_logo(client, home):
    data = described(client, factories.StandardPageFactory())
    assert data["publisher"]["@type"] == "Organization"
    assert data["publisher"]["name"] == "Aract Bourgogne-Franche-Comté"
    assert data["publisher"]["url"] == "http://localhost/"
    assert data["publisher"]["logo"].startswith("http://localhost/static/")


def test_the_site_says_how_to_search_in_it(client, home):
    factories.InitiativeIndexPageFactory()
    action = described(client, home)["potentialAction"]
    address = action["target"]["urlTemplate"]
    assert action["query-input"] == "required name=search_term_string"
    assert address == "http://localhost/recherche/?q={search_term_string}"
    found = client.get(address.removeprefix("http://localhost").format(search_term_string="abc"))
    assert found.context["search"].query.words == "abc"


def test_a_headline_is_short(client, home):
    data = described(client, factories.LaureateStoryPageFactory(title="Une histoire longue " * 9))
    assert len(data["headline"]) <= 110


def test_an_event_says_when_where_and_by_whom(client, home):
    event = factories.EventPageFactory(
        commune_code="25056", place_name="Cinéma", start_time=datetime.time(9)
    )
    organiser = factories.OrganisationFactory(name="Réseau", website="https://reseau.example.org")
    EventOrganisation.objects.create(page=event, organisation=organiser, role="organisateur")
    event.refresh_from_db()
    data = described(client, event)
    assert data["startDate"] == "2023-09-26T09:00:00+02:00"
    assert data["location"]["name"] == "Cinéma"
    assert data["location"]["address"]["addressLocality"] == "Besançon"
    assert data["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert [(one["name"], one["url"]) for one in data["organizer"]] == [
        ("Réseau", "https://reseau.example.org")
    ]


def test_an_event_that_has_only_the_name_of_a_place_says_it(client, home):
    data = described(client, factories.EventPageFactory(place_name="Salle des fêtes"))
    assert data["location"] == {"@type": "Place", "name": "Salle des fêtes"}


def test_an_event_without_place_does_not_pretend_to_have_one(client, home):
    data = described(client, factories.EventPageFactory())
    assert not {"location", "eventAttendanceMode"} & data.keys()


def test_of_an_imprecise_date_only_the_years_are_said(client, home):
    event = factories.EventPageFactory(
        imprecise_date="hiver 2013-2014",
        start_date=datetime.date(2013, 12, 21),
        end_date=datetime.date(2014, 3, 20),
    )
    data = described(client, event)
    assert (data["startDate"], data["endDate"]) == ("2013", "2014")


def test_an_event_without_organiser_is_organised_by_the_programme(client, home):
    (organiser,) = described(client, factories.EventPageFactory())["organizer"]
    assert organiser["name"] == "Aract Bourgogne-Franche-Comté"


def test_a_video_says_when_it_came_out_and_how_long_it_lasts(client, home):
    video = factories.VideoPageFactory(
        published_on=datetime.date(2022, 5, 3), duration=datetime.timedelta(seconds=200)
    )
    data = described(client, video)
    assert data["uploadDate"] == "2022-05-03"
    assert data["duration"] == "PT3M20S"
    assert data["embedUrl"].startswith("https://www.youtube-nocookie.com/embed/")


def test_a_publication_says_its_number_and_the_day_it_came_out(client, home):
    carnet = factories.PublicationPageFactory(number=3, published_on=datetime.date(2013, 2, 1))
    data = described(client, carnet)
    assert (data["reportNumber"], data["datePublished"]) == ("3", "2013-02-01")


def test_a_theme_is_about_its_term(client, home):
    theme = factories.ThemePageFactory(term=factories.TermFactory(name="Temps de travail"))
    about = described(client, theme)["about"]
    assert (about["@type"], about["name"]) == ("DefinedTerm", "Temps de travail")


def test_terms_and_organisations_say_what_they_are(client, home):
    for thing, kind in (
        (factories.TermFactory(), "DefinedTerm"),
        (factories.OrganisationFactory(), "Organization"),
    ):
        page = client.get(thing.get_absolute_url()).content.decode()
        data = Markup(page).data_blocks[0]
        assert data["@type"] == kind
        assert unknown_to_schema_org(data) == []
        assert not {key for key in EVERYWHERE if not data.get(key)}


def test_a_story_names_no_fiche_that_the_public_may_not_see(client, home):
    story = factories.LaureateStoryPageFactory()
    assert described(client, story)["about"]["name"] == story.initiative.title
    story.initiative.unpublish()
    assert "about" not in described(client, story)


def test_a_fiche_is_a_project_apart_from_its_carrier(client, home, search_index):
    search_index()
    fiche = factories.InitiativePageFactory(
        title="La crèche",
        quoted_title="nos horaires",
        commune_code="39198",
        headcount=12,
        website="https://creche.example.org",
        terms=[factories.TermFactory(slug="temps", name="Temps")],
    )
    for role in ("porteur", "financeur"):
        one = factories.OrganisationFactory(name=role, siret="73282932000074")
        InitiativeOrganisation.objects.create(page=fiche, organisation=one, role=role)
    story = factories.LaureateStoryPageFactory(
        prize_result=factories.PrizeResultFactory(initiative=fiche, year=2022)
    )
    hidden = factories.VideoPageFactory(live=False)
    VideoSubject.objects.create(video=hidden, page=fiche)
    factories.VerificationFactory(initiative=fiche)
    fiche.refresh_from_db()
    project = described(client, fiche)["mainEntity"]
    assert (project["@type"], project["alternateName"]) == ("Project", "nos horaires")
    assert project["url"] == "https://creche.example.org"
    assert project["award"] == ["Lauréate 2022"]
    assert project["location"]["geo"]["latitude"] == float(fiche.latitude)
    assert project["areaServed"]["identifier"]["value"] == "39"
    [keyword] = project["keywords"]
    assert keyword["url"] == "http://localhost/vocabulaires/theme/temps/"
    assert keyword["inDefinedTermSet"]["@id"] == "http://localhost/vocabulaires/theme/"
    carrier = project["parentOrganization"]
    assert (carrier["legalName"], carrier["numberOfEmployees"]["value"]) == ("porteur", 12)
    assert carrier["identifier"]["value"] == "73282932000074"
    assert carrier["address"]["addressLocality"] == "Dole"
    assert [one["name"] for one in project["sponsor"]] == ["financeur"]
    assert [one["url"] for one in project["subjectOf"]] == [story.full_url]
    properties = {one["name"]: one["value"] for one in project["additionalProperty"]}
    assert properties == {"dateVerification": "2024-03-01", "anneeRecensement": 2022}


def test_figures_are_observations_of_what_they_are_about(client, home):
    report = factories.EventReportPageFactory(participants=80)
    Measure.objects.create(
        page=report, value="12.5", unit="% de femmes", measured_on="2023-10-01", source="émargement"
    )
    counted, measured = described(client, report)["@reverse"]["observationAbout"]
    assert (counted["name"], counted["value"]) == ("participants", 80)
    assert counted["observationDate"] == "2023-09-26"
    assert measured == {
        "@type": "Observation",
        "name": "% de femmes",
        "measuredProperty": "% de femmes",
        "value": 12.5,
        "unitText": "% de femmes",
        "observationDate": "2023-10-01",
        "measurementMethod": "émargement",
    }


def test_a_video_says_what_is_told_in_it_and_its_chapters(client, home):
    video = factories.VideoPageFactory(
        transcript="<p>Bonjour à tous.</p>",
        chapters=[("chapter", {"start": 65, "title": "Les horaires"})],
    )
    data = described(client, video)
    assert data["transcript"] == "Bonjour à tous."
    [clip] = data["hasPart"]
    assert (clip["@type"], clip["startOffset"], clip["name"]) == ("Clip", 65, "Les horaires")
    assert clip["url"].endswith("t=65s")


def test_a_stage_belongs_to_its_series_and_a_series_has_its_stages(client, home):
    series = factories.EventSeriesPageFactory(title="La tournée")
    stage = factories.EventPageFactory(parent=series)
    [above] = described(client, stage)["superEvent"]
    assert (above["@type"], above["name"]) == ("EventSeries", "La tournée")
    [below] = described(client, series)["mainEntity"]["subEvent"]
    assert (below["@id"], below["startDate"]) == (f"urn:uuid:{stage.uid}", "2023-09-26")


def test_a_list_that_is_no_page_of_the_tree_says_what_it_holds(client, home, search_index):
    fiche = factories.InitiativePageFactory()
    term = factories.TermFactory()
    search_index()
    for address in ("/recherche/", "/carte/"):
        data = Markup(client.get(address).content.decode()).data_blocks[0]
        assert data["@type"] == "CollectionPage"
        assert [one["url"] for one in data["mainEntity"]["itemListElement"]] == [fiche.full_url]
    data = Markup(client.get("/vocabulaires/theme/").content.decode()).data_blocks[0]
    assert data["@type"] == "DefinedTermSet"
    assert {"@type": "DefinedTerm", "@id": f"urn:uuid:{term.uid}", "name": term.name} in data[
        "hasDefinedTerm"
    ]
    assert unknown_to_schema_org(data) == []
