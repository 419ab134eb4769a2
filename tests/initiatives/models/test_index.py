"""The lists: what they show while nothing is asked, and that they answer what their data answer."""

import pytest

from initiatives.models import Scheme, VideoSubject
from search.engines.contract import EngineDownError
from search.engines.memory import MemoryEngine
from search.indexing.rebuilding import rebuild
from tests import factories
from tests.search.conftest import use
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
EVENT = "http://localhost/evenements/"


@pytest.fixture(autouse=True)
def index(monkeypatch):
    """An index of the site, empty."""
    use(MemoryEngine(), monkeypatch)


@pytest.fixture
def events(home):
    """The list of events, with one in the Jura and one in Côte-d’Or."""
    index = factories.EventIndexPageFactory(title="Événements")
    factories.EventPageFactory(parent=index, title="Au Jura", commune_code="39198")
    factories.EventPageFactory(parent=index, title="En Côte-d’Or", commune_code="21231")
    rebuild()
    return index


@pytest.fixture
def lists(home):
    """The lists of videos, publications and laureates, with two pages each."""
    videos, publications = (
        factories.VideoIndexPageFactory(),
        factories.PublicationIndexPageFactory(),
    )
    laureates = factories.LaureateIndexPageFactory()
    for title, code in (("Abeille", "39198"), ("Bouilloire", "21231")):
        fiche = factories.InitiativePageFactory(title=title, commune_code=code)
        factories.PrizeResultFactory(initiative=fiche)
        video = factories.VideoPageFactory(parent=videos, title=title)
        VideoSubject.objects.create(video=video, page=fiche)
        factories.PublicationPageFactory(parent=publications, title=title)
    rebuild()
    return videos, publications, laureates


def page_at(client, address, **headers):
    response = client.get(address, **headers)
    assert response.status_code == 200
    return response.content.decode()


def titles_of(page):
    return [
        link["href"].split("/")[-2] for link in Markup(page).all("a", **{"class": "card__link"})
    ]


def test_a_list_answers_the_filters_that_its_data_answer(client, events):
    page = page_at(client, "/evenements/?departement=39")
    assert titles_of(page) == ["au-jura"]
    [chip] = Markup(page).all("a", **{"class": "chip chip--on"})
    assert chip["href"] == "/evenements/"
    for form in ("ics", "atom", "jsonld"):
        assert f'href="/evenements.{form}?departement=39"' in page
    assert "webcal://localhost/evenements.ics?departement=39" in page
    calendar = b"".join(client.get("/evenements.ics?departement=39")).decode()
    assert "Au Jura" in calendar
    assert "Côte-d’Or" not in calendar


@pytest.mark.parametrize(
    ("rank", "asked"), [(0, "departement=39"), (1, "q=abeille"), (2, "departement=39")]
)
def test_other_lists_do_too(client, lists, rank, asked):
    path = lists[rank].url
    assert titles_of(page_at(client, f"{path}?{asked}")) == ["abeille"]
    assert sorted(titles_of(page_at(client, path))) == ["abeille", "bouilloire"]
    data = b"".join(client.get(f"{path.rstrip('/')}.jsonld?{asked}")).decode()
    assert "Abeille" in data
    assert "Bouilloire" not in data


def test_while_nothing_is_asked_the_list_is_as_it_was_composed(client, events):
    page = page_at(client, "/evenements/?departement=99&utm_source=lettre")
    assert ">À venir</h2>" in page
    assert "n’est pas un choix de" in page
    assert 'rel="canonical" href="http://localhost/evenements/"' in page
    assert "noindex" not in page
    assert len(titles_of(page)) == 2


def test_a_list_that_is_narrowed_says_its_own_address_and_one_filter_may_be_indexed(client, events):
    one = page_at(client, "/evenements/?departement=39")
    assert f'rel="canonical" href="{EVENT}?departement=39"' in one
    assert "noindex" not in one
    assert "noindex" in page_at(client, "/evenements/?departement=39&departement=21")
    assert "noindex" in page_at(client, "/evenements/?q=jura")


def test_what_is_narrowed_says_what_it_lists_and_no_more(client, lists):
    page = page_at(client, "/laureats/?departement=39")
    data = next(one for one in Markup(page).data_blocks if one["@type"] == "CollectionPage")
    assert data["mainEntity"]["numberOfItems"] == 1


def test_nothing_found_says_how_to_find_more(client, events):
    page = page_at(client, "/evenements/?departement=39&q=zzz")
    assert "Aucun résultat pour «&nbsp;zzz&nbsp;»" in page
    assert "Tout parcourir" in page


def test_a_script_is_given_the_part_that_changes_and_the_address_of_its_page(client, home):
    index = factories.VideoIndexPageFactory()
    for rank in range(13):
        factories.VideoPageFactory(parent=index, title=f"Vidéo {rank}")
    response = client.get("/videos/?page=2", HTTP_HX_REQUEST="true")
    part = response.content.decode()
    assert "<html" not in part
    assert response["HX-Push-Url"] == "/videos/?page=2"
    assert 'data-address="/videos/?page=2"' in part
    assert "13 vidéos, page 2 sur 2" in part.replace("\xa0", " ").replace("&nbsp;", " ")
    assert client.get("/videos/?page=3").status_code == 404


def test_without_engine_the_list_is_whole_and_the_filters_are_missed(client, events, monkeypatch):
    def down(*args, **kwargs):
        raise EngineDownError("nobody")

    monkeypatch.setattr("search.searching.Searcher.search", down)
    page = page_at(client, "/evenements/")
    assert len(titles_of(page)) == 2
    assert "les filtres reviendront dès que possible" in page
    assert "réponse simplifiée" not in page
    assert "noindex" not in page


def test_a_narrowed_list_asks_as_many_questions_for_many_as_for_one(
    client, lists, django_assert_max_num_queries
):
    theme = factories.TermFactory(scheme=Scheme.THEME)
    videos = lists[0]
    for rank in range(10):
        fiche = factories.InitiativePageFactory(terms=[theme])
        video = factories.VideoPageFactory(parent=videos, title=f"Film {rank}")
        VideoSubject.objects.create(video=video, page=fiche)
    rebuild()
    address = f"/videos/?theme={theme.slug}"
    assert len(titles_of(page_at(client, address))) == 10
    with django_assert_max_num_queries(20):
        page_at(client, address)
