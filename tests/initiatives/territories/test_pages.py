"""The pages of territories: what they hold, what they keep out, how they are reached."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.models import PublicationInitiative, Scheme, VideoSubject
from initiatives.territories.sheet import TerritorySheet
from initiatives.territories.territory import territory
from tests import factories
from tests.hidings import HIDINGS
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
DOLE, CHAMPAGNOLE, FLAGEY, BESANCON = "39198", "39097", "25241", "25056"
GRAND_DOLE, LOUE_LISON = "200010650", "200068070"


def fill(number, commune=DOLE):
    """Give a territory so many of whatever its page shows."""
    theme = factories.TermFactory(slug="teletravail")
    for rank in range(number):
        sector = factories.TermFactory(scheme=Scheme.SECTOR, slug=f"secteur-{rank % 3}")
        fiche = factories.InitiativePageFactory(
            commune_code=commune, year=2015 + rank, sector=sector, terms=[theme]
        )
        factories.LaureateStoryPageFactory(
            prize_result=factories.PrizeResultFactory(initiative=fiche)
        )
        VideoSubject.objects.create(video=factories.VideoPageFactory(), page=fiche)
        publication = factories.PublicationPageFactory()
        PublicationInitiative.objects.create(page=publication, initiative=fiche)
        factories.EventPageFactory(commune_code=commune, start_date=datetime.date(2090, 1, 1))
    factories.InitiativePageFactory(commune_code=CHAMPAGNOLE)


def text_of(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    "address", ["/territoires/", "/territoires/39/", f"/territoires/{GRAND_DOLE}/"]
)
def test_a_page_costs_as_many_questions_whatever_it_shows(client, home, address):
    fill(4)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    fill(4)
    with CaptureQueriesContext(connection) as many:
        assert client.get(address).status_code == 200
    assert len(many) == len(few)


def test_a_departement_shows_what_lies_in_it(client, home):
    fill(4)
    page = text_of(client, "/territoires/39/")
    markup = Markup(page)
    assert "dans le Jura" in page
    assert "/initiatives/?departement=39" in page
    assert 'href="/carte/?departement=39"' in page
    assert "Carte\xa0: Jura, 5 points" in page
    assert "/initiatives/?departement=39&amp;theme=teletravail" in page
    assert f"/territoires/{GRAND_DOLE}/" in page
    assert markup.structure_faults == []
    assert [one["@type"] for one in markup.data_blocks] == ["CollectionPage", "BreadcrumbList"]
    assert markup.data_blocks[0]["mainEntity"]["numberOfItems"] == 5
    for heading in ("Histoires de lauréates", "À voir, à lire", "Prochains rendez-vous"):
        assert heading in page


def test_an_epci_leads_to_its_communes_and_to_its_departement(client, home):
    fill(1)
    page = text_of(client, f"/territoires/{GRAND_DOLE}/")
    assert "Communauté d’agglomération du Grand Dole" in page
    assert f"/initiatives/?autour={DOLE}&amp;rayon=20" in page
    assert "Autour de Dole" in page
    assert 'href="/territoires/39/"' in page


def test_nothing_that_the_public_may_not_see_is_shown_or_counted(client, home):
    shown, *hidden = (
        factories.InitiativePageFactory(commune_code=FLAGEY) for _ in range(len(HIDINGS))
    )
    others = {name: hide for name, hide in HIDINGS.items() if name != "above"}
    stories = []
    for fiche, (name, hide) in zip(hidden, others.items(), strict=True):
        if name != "deleted":  # what was distinguished is not deleted
            result = factories.PrizeResultFactory(initiative=fiche)
            stories.append(factories.LaureateStoryPageFactory(prize_result=result))
        hide(fiche)
    sheet = TerritorySheet(territory(LOUE_LISON))
    assert (sheet.total, sheet.laureates, sheet.stories) == (1, 0, [])
    assert [one.number for one in sheet.communes] == [1]
    every = "".join(
        text_of(client, address)
        for address in ("/territoires/", "/territoires/25/", f"/territoires/{LOUE_LISON}/")
    )
    assert f">{shown.title}<" in every
    for page in (*hidden, *stories):
        assert f">{page.title}<" not in every
    HIDINGS["above"](shown)
    assert TerritorySheet(territory(LOUE_LISON)).total == 0


def test_fiches_that_have_most_to_tell_come_first(home):
    plain = factories.InitiativePageFactory(commune_code=DOLE, year=2024)
    older = factories.InitiativePageFactory(commune_code=DOLE, year=2019)
    checked = factories.VerificationFactory(
        initiative=factories.InitiativePageFactory(commune_code=DOLE, year=2014)
    ).initiative
    laureate, later = (
        factories.PrizeResultFactory(
            initiative=factories.InitiativePageFactory(commune_code=DOLE, year=2013), year=year
        ).initiative
        for year in (2013, 2022)
    )
    nominee = factories.PrizeResultFactory(
        initiative=factories.InitiativePageFactory(commune_code=DOLE, year=2012), stage="nommee"
    ).initiative
    assert TerritorySheet(territory("39")).first == [
        later, laureate, checked, plain, older, nominee
    ]  # fmt: skip


def test_shares_are_told_only_where_they_say_something(home):
    theme = factories.TermFactory()
    for year in (2013, 2014, 2014):
        factories.InitiativePageFactory(commune_code=DOLE, year=year, terms=[theme])
    few = TerritorySheet(territory("39"))
    assert (few.themes, few.sectors, few.years) == ([], [], [])
    factories.InitiativePageFactory(commune_code=DOLE, year=2014, terms=[theme])
    enough = TerritorySheet(territory("39"))
    assert [(one.label, one.number, one.share) for one in enough.years] == [
        ("2013", 1, 33), ("2014", 3, 100)
    ]  # fmt: skip
    assert [(one.label, one.number) for one in enough.themes] == [(theme.name, 4)]
    assert enough.sectors == []


def test_a_theme_of_the_second_level_counts_once_for_the_one_above(home):
    above = factories.TermFactory(slug="sante")
    below = factories.TermFactory(slug="tms", parent=above)
    for _ in range(4):
        factories.InitiativePageFactory(commune_code=DOLE, terms=[above, below])
    (only,) = TerritorySheet(territory("39")).themes
    assert (only.label, only.number) == (above.name, 4)


def test_past_events_stand_in_for_coming_ones(home):
    past = factories.EventPageFactory(commune_code=DOLE, start_date=datetime.date(2013, 5, 1))
    sheet = TerritorySheet(territory(GRAND_DOLE))
    assert (sheet.coming, sheet.past) == ([], [past])
    coming = factories.EventPageFactory(commune_code=DOLE, start_date=datetime.date(2090, 1, 1))
    sheet = TerritorySheet(territory(GRAND_DOLE))
    assert (sheet.coming, sheet.past) == ([coming], [])


def test_a_territory_without_fiche_shows_its_neighbours_and_the_door(client, home):
    door = factories.ProposalPageFactory()
    near = factories.InitiativePageFactory(commune_code=BESANCON)
    page = text_of(client, f"/territoires/{LOUE_LISON}/")
    assert "Aucune initiative n’est encore recensée dans la communauté de communes" in page
    assert near.title in page
    assert door.url in page
    assert '<meta name="robots" content="noindex, follow">' in page


@pytest.mark.parametrize(
    "code",
    ["025", "99", "2A", "doubs", "٢٥", "25%00", "1" * 3000, "%F0%9F%97%BA", "200068070x", "-1"],
)
def test_what_is_no_territory_is_not_found_and_says_where_they_are(client, home, code):
    response = client.get(f"/territoires/{code}/")
    assert response.status_code == 404
    assert 'href="/territoires/"' in response.content.decode()


def test_an_address_without_its_slash_leads_to_the_page(client, home):
    assert client.get("/territoires/25")["Location"] == "/territoires/25/"


def test_territories_are_only_read(client, home):
    assert client.post("/territoires/25/").status_code == 405


def test_a_page_is_confirmed_until_something_is_written(client, home):
    address = "/territoires/25/"
    client.get(address)  # the first visit makes the site's settings
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


def test_the_sitemap_lists_departements_and_the_epci_that_have_a_fiche(client, home):
    factories.InitiativePageFactory(commune_code=DOLE)
    listed = text_of(client, "/sitemap-territories.xml")
    assert "/territoires/90/" in listed
    assert f"/territoires/{GRAND_DOLE}/" in listed
    assert LOUE_LISON not in listed
