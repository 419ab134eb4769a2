"""The blocks of the home page find their content themselves, at a constant price."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.blocks import Block
from wagtail.models import Page, PageViewRestriction, Site

from home.blocks import (
    HomeBlocks,
    LatestInitiativesBlock,
    LatestLaureatesBlock,
    NextEventsBlock,
    PartnersBlock,
    RegionBlock,
    ThemesBlock,
)
from home.models import HomePage, ThemeIndexPage, ThemePage
from hub.content.blocks.testing import api_form, preview_of, walk
from initiatives.models import (
    EventIndexPage,
    EventPage,
    InitiativeIndexPage,
    InitiativePage,
    LaureateIndexPage,
    LaureateStoryPage,
    Organisation,
    PrizeResult,
    Scheme,
    Term,
)

pytestmark = pytest.mark.django_db

OFFERED = [pytest.param(block, id=path) for path, block in walk(HomeBlocks()) if "." not in path]
OWN = {
    "hero_search",
    "latest_laureates",
    "latest_initiatives",
    "next_events",
    "region",
    "themes",
    "partners",
}


@pytest.fixture
def home() -> HomePage:
    page = Page.objects.get(depth=1).add_child(instance=HomePage(title="Accueil", slug="accueil"))
    Site.objects.update(root_page=page)
    return page


def stories(home: HomePage, *years: int) -> list[LaureateStoryPage]:
    """A laureate of each year, with its story."""
    fiches = home.add_child(instance=InitiativeIndexPage(title="Initiatives", slug="initiatives"))
    laureates = home.add_child(instance=LaureateIndexPage(title="Lauréats", slug="laureats"))
    made = []
    for year in years:
        fiche = fiches.add_child(instance=InitiativePage(title=f"Fiche {year}", summary="Résumé."))
        result = PrizeResult.objects.create(initiative=fiche, year=year)
        story = LaureateStoryPage(title=f"Lauréat {year}", summary="Récit.", prize_result=result)
        made.append(laureates.add_child(instance=story))
    return made


def events(home: HomePage, *days: int) -> list[EventPage]:
    """An event so many days from today."""
    index = home.add_child(instance=EventIndexPage(title="Événements", slug="evenements"))
    kind = Term.objects.create(scheme=Scheme.EVENT_KIND, name="Rencontre", slug="rencontre-test")
    today = datetime.date.today()
    return [
        index.add_child(
            instance=EventPage(
                title=f"Rencontre {day}",
                summary="Venez.",
                kind=kind,
                start_date=today + datetime.timedelta(days=day),
            )
        )
        for day in days
    ]


def render(block: Block, **given: Any) -> str:
    return str(block.render(block.normalize({"title": "Titre", **given})))


def test_the_home_page_has_blocks_of_its_own() -> None:
    assert {param.id for param in OFFERED} >= OWN


@pytest.mark.parametrize("block", OFFERED)
def test_a_block_previews_in_the_look_of_the_site(block: Block) -> None:
    page = preview_of(block)
    assert "site/site.css" in page
    assert re.sub(r"<[^>]+>|\s", "", page.split('<main class="prose">')[1])


def test_the_search_is_a_plain_get_form() -> None:
    html = render(HomeBlocks().child_blocks["hero_search"])
    assert re.search(r'<form[^>]+action="/recherche/"[^>]+method="get"', html)
    assert 'name="q"' in html
    assert 'role="search"' in html


def test_the_latest_laureates_come_first(home: HomePage) -> None:
    stories(home, 2019, 2023, 2022)
    html = render(LatestLaureatesBlock(), number=2)
    assert html.index("Lauréat 2023") < html.index("Lauréat 2022")
    assert "Lauréat 2019" not in html


def test_only_events_to_come_are_announced_the_next_one_first(home: HomePage) -> None:
    events(home, 20, -3, 2)
    html = render(NextEventsBlock())
    assert html.index("Rencontre 2<") < html.index("Rencontre 20<")
    assert "Rencontre -3" not in html


def test_what_the_public_may_not_see_is_announced_nowhere(home: HomePage) -> None:
    draft, private = events(home, 1, 2)
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    block = NextEventsBlock()
    assert "Rencontre" not in render(block)
    assert api_form(block, block.normalize({"title": "T"}))["pages"] == []


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        (LatestLaureatesBlock(), "prochaine remise du prix"),
        (LatestInitiativesBlock(), "premières initiatives paraîtront"),
        (NextEventsBlock(), "Aucun événement n’est annoncé"),
        (ThemesBlock(), "en préparation"),
    ],
    ids=["laureates", "initiatives", "events", "themes"],
)
def test_an_empty_list_says_so(block: Block, sentence: str) -> None:
    assert sentence in render(block)


def test_the_themes_are_listed_in_the_order_of_the_tree(home: HomePage) -> None:
    index = home.add_child(instance=ThemeIndexPage(title="Thèmes", slug="themes"))
    for title in ("Temps de travail", "Management"):
        index.add_child(instance=ThemePage(title=title, summary="Résumé."))
    html = render(ThemesBlock())
    assert html.index("Temps de travail") < html.index("Management")


def test_a_partner_without_logo_is_named_and_leads_to_its_page() -> None:
    partner = Organisation.objects.create(name="La Coopérative", slug="la-cooperative")
    block = PartnersBlock()
    value = block.to_python({"title": "Partenaires", "organisations": [partner.pk, 999_999]})
    html = block.render(value)
    assert "La Coopérative" in html
    assert html.count("<li") == 1
    assert api_form(block, value)["organisations"] == [
        {
            "id": str(partner.uid),
            "name": "La Coopérative",
            "path": partner.get_absolute_url(),
            "url": f"http://localhost{partner.get_absolute_url()}",
            "logo": None,
        }
    ]


@pytest.mark.parametrize("number", [1, 8])
def test_partners_are_read_in_a_constant_number_of_queries(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = [Organisation.objects.create(name=str(n), slug=f"o-{n}") for n in range(number)]
    block = PartnersBlock()
    with django_assert_num_queries(1):
        stored = {"title": "T", "organisations": [organisation.pk for organisation in made]}
        (value,) = block.bulk_to_python([stored])
        assert block.render(value).count("<li") == number


@pytest.mark.parametrize("number", [1, 8])
def test_events_are_read_in_a_constant_number_of_queries(
    number: int, home: HomePage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    events(home, *range(1, number + 1))
    # What is restricted, twice; the page that lists all; the events; the root of the site.
    with django_assert_max_num_queries(5):
        assert render(NextEventsBlock(), number=12).count("card__title") == number


@pytest.mark.parametrize("number", [1, 8])
def test_stories_are_read_in_a_constant_number_of_queries(
    number: int, home: HomePage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    stories(home, *range(2010, 2010 + number))
    with django_assert_max_num_queries(5):
        assert render(LatestLaureatesBlock(), number=12).count("<article") == number


def test_the_last_fiches_come_with_the_way_to_all_of_them(home: HomePage) -> None:
    stories(home, 2019, 2023, 2022)
    html = render(LatestInitiativesBlock(), number=2)
    assert html.count("<article") == 2
    assert re.search(r'<a href="/initiatives/">Les 3.initiatives</a>', html)


def test_each_departement_says_how_many_fiches_it_has(home: HomePage) -> None:
    fiches = home.add_child(instance=InitiativeIndexPage(title="Initiatives", slug="initiatives"))
    for code in ("25241", "25056", "39198"):
        fiche = InitiativePage(title=f"Fiche {code}", summary="Résumé.", commune_code=code)
        fiches.add_child(instance=fiche)
    draft = InitiativePage(title="Brouillon", summary="R.", commune_code="25056", live=False)
    fiches.add_child(instance=draft)
    html = render(RegionBlock())
    assert 'aria-label="Doubs\u00a0: 2 initiatives"' in html
    assert 'aria-label="Jura\u00a0: 1 initiative"' in html
    assert 'aria-label="Nièvre\u00a0: 0 initiative"' in html
    assert 'href="/territoires/39/"' in html


def test_the_search_that_opens_a_page_has_its_heading_1(home: HomePage, client: Client) -> None:
    hero = {"title": "163 façons de travailler", "mark": "163 façons", "shortcuts": []}
    home.body = [("hero_search", hero), ("text", "<p>Suite.</p>")]
    home.save()
    main = client.get("/").content.decode()
    assert '<h1 class="hero__title"><mark>163\u00a0façons</mark> de travailler</h1>' in main
    assert main.count("<h1") == 1


def test_a_page_that_opens_with_something_else_keeps_its_title(
    home: HomePage, client: Client
) -> None:
    home.body = [("text", "<p>Bonjour.</p>"), ("hero_search", {"title": "Chercher"})]
    home.save()
    html = client.get("/").content.decode()
    assert "<h1>Accueil</h1>" in html
    assert '<h2 class="hero__title">Chercher</h2>' in html


def test_shortcuts_that_the_public_may_not_see_are_left_out(home: HomePage) -> None:
    shown = home.add_child(instance=ThemeIndexPage(title="Thèmes", slug="themes"))
    hidden = shown.add_child(instance=ThemePage(title="Caché", summary="R.", live=False))
    block = HomeBlocks().child_blocks["hero_search"]
    value = block.to_python({"title": "Titre", "shortcuts": [shown.pk, hidden.pk]})
    html = block.render(value)
    assert 'class="chip" href="/themes/"' in html
    assert "Caché" not in html
    assert [page["title"] for page in api_form(block, value)["shortcuts"]] == ["Thèmes"]
