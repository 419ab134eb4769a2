"""Each filter of each list keeps what it says and nothing else."""

import datetime

import pytest
from django.urls import reverse

from initiatives.models import VideoSubject
from tests import factories

pytestmark = pytest.mark.django_db
LISTS = ["fiches", "stories", "events", "reports", "videos", "publications"]


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def ask(admin, name, **query):
    """Return the answer of a list."""
    return admin.get(reverse(f"listing_{name}:index"), query)


def titles(admin, name, **query):
    """Return the titles that a list shows, in its order."""
    return [page.title for page in ask(admin, name, **query).context["object_list"]]


def months_ago(months):
    return datetime.date.today() - datetime.timedelta(days=30 * months)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_opens_when_there_is_nothing(admin, home, name):
    assert ask(admin, name).status_code == 200


def test_the_state_narrows_the_list(admin):
    factories.InitiativePageFactory(title="Brouillon", live=False)
    factories.InitiativePageFactory(title="Publiée")
    factories.InitiativePageFactory(title="Modifiée", has_unpublished_changes=True)
    assert titles(admin, "fiches", etat="brouillon") == ["Brouillon"]
    assert set(titles(admin, "fiches", etat="publiee")) == {"Publiée", "Modifiée"}
    assert titles(admin, "fiches", etat="a-publier") == ["Modifiée"]


def test_fiches_are_narrowed_by_year_one_or_several(admin):
    for year in (2021, 2022, 2023):
        factories.InitiativePageFactory(title=str(year), year=year)
    assert titles(admin, "fiches", annee="2022") == ["2022"]
    assert set(titles(admin, "fiches", annee=["2021", "2023"])) == {"2021", "2023"}


def test_fiches_are_narrowed_by_departement(admin):
    factories.InitiativePageFactory(title="Dijon", commune_code="21231")
    factories.InitiativePageFactory(title="Flagey", commune_code="25241")
    assert titles(admin, "fiches", departement="25") == ["Flagey"]


def test_fiches_are_narrowed_by_theme_with_its_second_level(admin):
    above = factories.TermFactory(slug="organisation-du-travail")
    below = factories.TermFactory(slug="semaine-de-4-jours", parent=above)
    other = factories.TermFactory(slug="dialogue")
    factories.InitiativePageFactory(title="Quatre jours", terms=[below])
    factories.InitiativePageFactory(title="Les deux", terms=[above, below])
    factories.InitiativePageFactory(title="Dialogue", terms=[other])
    assert set(titles(admin, "fiches", theme=above.slug)) == {"Quatre jours", "Les deux"}
    assert titles(admin, "fiches", theme=other.slug) == ["Dialogue"]


def test_fiches_are_narrowed_by_what_they_won(admin):
    won = factories.InitiativePageFactory(title="Lauréate")
    factories.PrizeResultFactory(initiative=won, year=2022)
    factories.PrizeResultFactory(initiative=won, year=2023)
    seen = factories.InitiativePageFactory(title="Nommée")
    factories.PrizeResultFactory(initiative=seen, stage="nommee")
    assert titles(admin, "fiches", laureate="oui") == ["Lauréate"]
    assert titles(admin, "fiches", laureate="non") == ["Nommée"]


def test_fiches_are_narrowed_by_the_age_of_their_last_verification(admin):
    fresh = factories.InitiativePageFactory(title="Fraîche")
    old = factories.InitiativePageFactory(title="Ancienne")
    factories.InitiativePageFactory(title="Jamais")
    for fiche, months in ((fresh, 40), (fresh, 3), (old, 40)):
        factories.VerificationFactory(initiative=fiche, verified_on=months_ago(months))
    assert titles(admin, "fiches", fraicheur="fraiche") == ["Fraîche"]
    assert titles(admin, "fiches", fraicheur="ancienne") == ["Ancienne"]
    assert titles(admin, "fiches", fraicheur="jamais") == ["Jamais"]


def test_filters_add_up(admin):
    factories.InitiativePageFactory(title="Ici", commune_code="21231", year=2022)
    factories.InitiativePageFactory(title="Avant", commune_code="21231", year=2021)
    factories.InitiativePageFactory(title="Ailleurs", commune_code="25241", year=2022)
    assert titles(admin, "fiches", departement="21", annee="2022") == ["Ici"]


def test_stories_are_narrowed_by_the_facts_of_their_fiches(admin):
    theme = factories.TermFactory()
    fiche = factories.InitiativePageFactory(commune_code="25241", terms=[theme])
    result = factories.PrizeResultFactory(initiative=fiche, year=2019)
    factories.LaureateStoryPageFactory(title="Doubs", prize_result=result)
    factories.LaureateStoryPageFactory(title="Ailleurs")
    for query in ({"annee": "2019"}, {"departement": "25"}, {"theme": theme.slug}):
        assert titles(admin, "stories", **query) == ["Doubs"]


def test_events_are_narrowed_by_year_place_kind_and_report(admin):
    kind = factories.TermFactory(scheme="type-evenement", slug="seminaire")
    event = factories.EventPageFactory(
        title="Séminaire",
        kind=kind,
        commune_code="25241",
        start_date=datetime.date(2013, 4, 8),
    )
    factories.EventReportPageFactory(parent=event)
    factories.EventPageFactory(title="Rencontre")
    queries = (
        {"annee": "2013"},
        {"departement": "25"},
        {"type": "seminaire"},
        {"compte_rendu": "oui"},
    )
    for query in queries:
        assert titles(admin, "events", **query) == ["Séminaire"]
    assert titles(admin, "events", compte_rendu="non") == ["Rencontre"]


def test_reports_are_narrowed_by_the_facts_of_their_events(admin):
    here = factories.EventPageFactory(commune_code="25241", start_date=datetime.date(2013, 4, 8))
    factories.EventReportPageFactory(title="Doubs", parent=here)
    factories.EventReportPageFactory(title="Ailleurs", parent=factories.EventPageFactory())
    assert titles(admin, "reports", annee="2013") == ["Doubs"]
    assert titles(admin, "reports", departement="25") == ["Doubs"]


def test_videos_are_narrowed_by_year_transcript_and_what_they_are_about(admin):
    theme = factories.TermFactory()
    video = factories.VideoPageFactory(
        title="Doubs", published_on=datetime.date(2013, 4, 8), transcript="<p>Bonjour</p>"
    )
    for _ in range(2):
        fiche = factories.InitiativePageFactory(commune_code="25241", terms=[theme])
        VideoSubject.objects.create(video=video, page=fiche)
    factories.VideoPageFactory(title="Autre", published_on=datetime.date(2020, 1, 1))
    queries = (
        {"annee": "2013"},
        {"departement": "25"},
        {"theme": theme.slug},
        {"transcription": "oui"},
    )
    for query in queries:
        assert titles(admin, "videos", **query) == ["Doubs"]
    assert titles(admin, "videos", transcription="non") == ["Autre"]


def test_publications_are_narrowed_by_year_and_kind(admin):
    factories.PublicationPageFactory(title="Bilan", kind="bilan")
    factories.PublicationPageFactory(title="Carnet", published_on=datetime.date(2013, 2, 1))
    assert titles(admin, "publications", nature="bilan") == ["Bilan"]
    assert titles(admin, "publications", annee="2013") == ["Carnet"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("wrong", ["99", "zz", "1' OR 1=1", "", "\x00", "é" * 500])
def test_values_that_do_not_exist_break_nothing(admin, name, wrong):
    factories.InitiativePageFactory()
    fields = ask(admin, name).context["filters"].form.fields
    for export in ("", "csv", "xlsx"):
        query = dict.fromkeys([*fields, "ordering", "p", "q"], wrong)
        assert ask(admin, name, **query, export=export).status_code == 200


def test_a_value_that_no_filter_offers_finds_nothing_and_is_said(admin):
    factories.InitiativePageFactory()
    response = ask(admin, "fiches", departement="99")
    assert list(response.context["object_list"]) == []
    assert "Sélectionnez un choix valide" in response.content.decode()


def test_a_search_narrows_the_list_whatever_the_filters(admin):
    factories.InitiativePageFactory(title="La boulangerie", commune_code="21231")
    factories.InitiativePageFactory(title="Boulangerie du Doubs", commune_code="25241")
    factories.InitiativePageFactory(title="Menuiserie", commune_code="25241")
    found = {"La boulangerie", "Boulangerie du Doubs"}
    assert set(titles(admin, "fiches", q="boulang")) == found
    assert titles(admin, "fiches", q="boulang", departement="25") == ["Boulangerie du Doubs"]


@pytest.mark.parametrize("name", LISTS)
def test_every_column_that_offers_it_orders_the_list(admin, name, home):
    view = ask(admin, name).context["view"]
    assert len(view.get_valid_orderings()) >= 6
    for ordering in view.get_valid_orderings():
        for search in ("", "rien"):
            assert ask(admin, name, ordering=ordering, q=search).status_code == 200


def test_fiches_are_ordered_by_title_as_in_a_dictionary(admin):
    for title in ("Zoé", "élan", "Atelier"):
        factories.InitiativePageFactory(title=title)
    assert titles(admin, "fiches", ordering="sort_title") == ["Atelier", "élan", "Zoé"]


def test_fiches_are_ordered_by_their_last_verification(admin):
    for title, months in (("Ancienne", 30), ("Récente", 3)):
        fiche = factories.InitiativePageFactory(title=title)
        factories.VerificationFactory(initiative=fiche, verified_on=months_ago(months))
    assert titles(admin, "fiches", ordering="-verified_at") == ["Récente", "Ancienne"]
