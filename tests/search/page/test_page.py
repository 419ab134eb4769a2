"""The page of results: what it shows, what it says of itself, and what it costs."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings, strategies as st

from initiatives.models import Scheme
from search.curation.models import AskedWords, PromotedResult, SynonymGroup
from search.engines.contract import EngineDownError
from search.indexing.rebuilding import rebuild
from tests import factories
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
HX = {"HTTP_HX_REQUEST": "true"}
ANYTHING = st.text(st.characters(codec="utf-8"), max_size=60)


@pytest.fixture
def index(home, memory_index):
    """The list of fiches and an index of the site, empty."""
    return factories.InitiativeIndexPageFactory(title="Initiatives", summary="Toutes nos fiches.")


def fiches(*titles, **fields):
    made = [factories.InitiativePageFactory(title=title, **fields) for title in titles]
    rebuild()
    return made


def page_at(client, address, **headers):
    response = client.get(address, **headers)
    assert response.status_code == 200
    return response.content.decode()


def total_of(page):
    [heading] = Markup(page).all("h2", id="resultats")
    return int(heading["data-total"])


def titles_of(page):
    return [
        link["href"].split("/")[-2] for link in Markup(page).all("a", **{"class": "card__link"})
    ]


def test_words_are_found_marked_and_repeated_in_the_heading_and_the_title(client, index):
    fiches("La crèche de l’aube", "Le fournil")
    page = page_at(client, "/initiatives/?q=creches")
    assert total_of(page) == 1
    assert "1\xa0initiative pour «&nbsp;creches&nbsp;»" in page
    assert "<title>Initiatives\xa0: «\xa0creches\xa0», 1\xa0initiative — Rally’nov</title>" in page
    assert "La <mark>crèche</mark> de l’aube" in page


def test_the_search_of_the_site_finds_all_types_and_the_list_only_its_own(client, index):
    factories.VideoPageFactory(title="La crèche en vidéo")
    fiches("La crèche de l’aube")
    assert total_of(page_at(client, "/recherche/?q=crèche")) == 2
    assert total_of(page_at(client, "/recherche/?q=crèche&type=video")) == 1
    assert total_of(page_at(client, "/initiatives/?q=crèche&type=video")) == 1


def test_the_list_keeps_its_title_its_summary_and_its_structured_data(client, index):
    [fiche] = fiches("La crèche")
    page = page_at(client, "/initiatives/")
    assert "<h1>Initiatives</h1>" in page
    assert "Toutes nos fiches." in page
    data = next(one for one in Markup(page).data_blocks if one["@type"] == "CollectionPage")
    assert data["mainEntity"]["numberOfItems"] == 1
    assert data["mainEntity"]["itemListElement"][0]["url"] == fiche.full_url


def test_each_type_has_a_card(client, home, memory_index):
    titles = ["Un récit", "Un événement", "Une série", "Un bilan", "Une vidéo", "Un Carnet",
              "Une porte", "Une page", "Une fiche"]  # fmt: skip
    makers = [
        factories.LaureateStoryPageFactory, factories.EventPageFactory,
        factories.EventSeriesPageFactory, factories.EventReportPageFactory,
        factories.VideoPageFactory, factories.PublicationPageFactory,
        factories.ThemePageFactory, factories.StandardPageFactory,
        factories.InitiativePageFactory,
    ]  # fmt: skip
    for make, title in zip(makers, titles, strict=True):
        make(title=title)
    rebuild()
    page = page_at(client, "/recherche/")
    assert total_of(page) >= len(titles)
    assert [title for title in titles if f">{title}</a>" not in page] == []


def test_what_is_private_since_the_index_was_written_is_not_shown(client, index):
    shown, hidden = fiches("La crèche de l’aube", "La crèche du soir")
    hidden.live = False
    hidden.__class__.objects.filter(pk=hidden.pk).update(live=False)
    assert titles_of(page_at(client, "/initiatives/?q=crèche")) == [shown.slug]


def test_a_facet_has_real_checkboxes_with_counts_and_keeps_what_is_chosen(client, index):
    fiches("La crèche", commune_code="25056")
    fiches("Le fournil", commune_code="21231")
    page = page_at(client, "/initiatives/?departement=25")
    boxes = Markup(page).all("input", name="departement")
    assert {(one["value"], "checked" in one) for one in boxes} == {("25", True), ("21", False)}
    assert all(one["form"] == "recherche-formulaire" for one in boxes)
    assert "Doubs <span>1</span>" in page
    assert titles_of(page) == ["la-creche"]


def test_a_chosen_territory_leads_to_its_page(client, index):
    fiches("La crèche", commune_code="39198")
    page = page_at(client, "/initiatives/?departement=39&departement=99&epci=200010650")
    assert "En savoir plus sur ces territoires" in page
    for code in ("39", "200010650"):
        assert Markup(page).all("a", href=f"/territoires/{code}/")
    assert "/territoires/" not in page_at(client, "/initiatives/?q=crèche").split("<footer")[0]


def test_a_chosen_value_without_result_stays_and_others_go(client, index):
    fiches("La crèche", commune_code="25056")
    page = page_at(client, "/initiatives/?q=crèche&departement=21")
    boxes = Markup(page).all("input", name="departement")
    assert [(one["value"], "checked" in one) for one in boxes] == [("21", True), ("25", False)]


def test_long_facets_show_eight_values_and_the_rest_comes_by_a_link(client, index):
    themes = [factories.TermFactory(name=f"Sujet {rank:02}") for rank in range(11)]
    for theme in themes:
        factories.InitiativePageFactory(terms=[theme])
    rebuild()
    chosen = themes[-1].slug
    page = page_at(client, f"/initiatives/?theme={chosen}")
    values = [one["value"] for one in Markup(page).all("input", name="theme")]
    assert len(values) == 8
    assert chosen in values
    more = next(
        one["href"] for one in Markup(page).all("a", rel="nofollow") if "plus=theme" in one["href"]
    )
    whole = page_at(client, more)
    assert len(Markup(whole).all("input", name="theme")) == 11
    assert Markup(whole).all("input", type="hidden", name="plus", value="theme")


def test_values_of_the_second_level_stand_under_theirs(client, index):
    parent = factories.TermFactory(name="Organisation du travail")
    child = factories.TermFactory(name="Semaine de quatre jours", parent=parent)
    factories.InitiativePageFactory(terms=[child])
    rebuild()
    assert child.name not in page_at(client, "/initiatives/").partition('class="cards')[0]
    page = page_at(client, f"/initiatives/?theme={parent.slug}")
    assert Markup(page).all("input", name="theme", value=child.slug)
    assert 'aria-label="Organisation du travail"' in page


def test_folded_facets_come_by_a_link_and_an_epci_is_a_select(client, index):
    fiches("La crèche", commune_code="25056")
    page = page_at(client, "/initiatives/")
    assert Markup(page).all("select", name="epci") == []
    unfolded = page_at(client, "/initiatives/?plus=epci")
    assert Markup(unfolded).all("select", name="epci")


def test_chips_take_away_one_filter_each(client, index):
    fiches("La crèche", commune_code="25056")
    page = page_at(client, "/initiatives/?q=crèche&departement=25&autour=25056&rayon=5&utm=1")
    chips = [one["href"] for one in Markup(page).all("a", **{"class": "chip chip--on"})]
    assert chips == [
        "/initiatives/?q=cr%C3%A8che&autour=25056&rayon=5",
        "/initiatives/?q=cr%C3%A8che&departement=25",
    ]
    assert "Retirer «&nbsp;Doubs&nbsp;»" in page
    assert Markup(page).all("a", href="/initiatives/?q=cr%C3%A8che")


def test_pages_of_twelve_lead_to_each_other_by_canonical_addresses(client, index):
    fiches(*(f"La crèche {rank}" for rank in range(13)))
    first = Markup(page_at(client, "/initiatives/?utm=1&q=crèche&page=1"))
    assert len(first.all("a", **{"class": "card__link"})) == 12
    assert first.all("a", rel="next", href="/initiatives/?q=cr%C3%A8che&page=2")
    second = page_at(client, "/initiatives/?q=crèche&page=2")
    assert "page 2 sur 2" in second
    assert ", page 2 — Rally’nov</title>" in second


def test_a_page_past_the_last_is_the_last_and_says_so(client, index):
    fiches("La crèche")
    page = page_at(client, "/initiatives/?page=1" + "0" * 30)
    assert "voici la dernière, la page 1" in page
    assert titles_of(page) == ["la-creche"]


def test_the_canonical_address_has_the_query_alone(client, index):
    fiches("La crèche", commune_code="25056")
    markup = Markup(page_at(client, "/initiatives/?page=1&departement=25&q=crèche&tri=&utm=1"))
    assert markup.all("link", rel="canonical")[0]["href"] == (
        "http://localhost/initiatives/?q=cr%C3%A8che&departement=25"
    )


@pytest.mark.parametrize(
    ("address", "is_kept"),
    [
        ("/initiatives/", True),
        ("/initiatives/?departement=25", True),
        ("/initiatives/?departement=25&departement=21", False),
        ("/initiatives/?departement=25&annee=2020", False),
        ("/initiatives/?q=crèche", False),
        ("/initiatives/?tri=nom", False),
        ("/recherche/", True),
        ("/recherche/?departement=25", False),
    ],
)
def test_search_engines_keep_lists_and_one_filter_of_a_list(client, index, address, is_kept):
    factories.InitiativePageFactory(year=2020)
    fiches("La crèche", commune_code="25056")
    robots = Markup(page_at(client, address)).all("meta", name="robots", content="noindex, follow")
    assert (not robots) is is_kept


def test_htmx_gets_the_same_results_alone_with_their_title_and_address(client, index):
    fiches("La crèche")
    address = "/initiatives/?q=crèche&utm=1"
    whole, response = page_at(client, address), client.get(address, **HX)
    fragment = response.content.decode()
    assert "<html" not in fragment
    title, _, results = fragment.partition("</title>")
    assert "«\xa0crèche\xa0», 1\xa0initiative" in title
    assert results.strip() in whole
    assert response.headers["HX-Push-Url"] == "/initiatives/?q=cr%C3%A8che"
    assert "HX-Request" in response.headers["Vary"]
    assert "HX-Request" in client.get(address).headers["Vary"]


def test_htmx_adds_no_address_where_the_browser_is_already(client, index):
    here = "http://testserver/initiatives/?departement=25"
    response = client.get("/initiatives/?departement=25&plus=annee", HTTP_HX_CURRENT_URL=here, **HX)
    assert response.headers["HX-Push-Url"] == "false"


def test_problems_are_grouped_above_the_results(client, index):
    fiches("La crèche")
    page = page_at(client, "/initiatives/?departement=99&bbox=1&page=x")
    assert "Des parties de l’adresse n’ont pas été comprises." in page
    assert "«\xa0Département\xa0»" in page
    assert titles_of(page) == ["la-creche"]


def test_a_corrected_spelling_is_said_with_a_way_back(client, index):
    fiches("La crèche", "Le télétravail choisi")
    page = page_at(client, "/initiatives/?q=teletravial")
    assert "Résultats pour <strong>«&nbsp;télétravail&nbsp;»</strong>" in page
    assert Markup(page).all("a", href="/initiatives/?q=teletravial&exact=1")
    assert total_of(page_at(client, "/initiatives/?q=teletravial&exact=1")) == 0


def test_an_empty_answer_says_what_to_give_up_and_what_it_would_give(client, index):
    fiches("La crèche", commune_code="25056")
    page = page_at(client, "/initiatives/?q=crèche&departement=21&exact=1")
    assert "Aucun résultat pour «&nbsp;crèche&nbsp;»" in page
    markup = Markup(page)
    assert markup.all("a", href="/initiatives/?q=cr%C3%A8che&exact=1")
    assert "Sans «&nbsp;Côte-d’Or&nbsp;»</a>&nbsp;: 1\xa0résultat" in page
    assert markup.all("a", href="/initiatives/")


def test_an_empty_answer_has_near_spellings_and_themes(client, index):
    theme = factories.TermFactory(name="Horaires choisis")
    factories.InitiativePageFactory(title="La crèche", terms=[theme])
    rebuild()
    page = page_at(client, "/initiatives/?q=creshe&exact=1")
    assert "Vouliez-vous dire" in page
    assert Markup(page).all("a", href="/initiatives/?q=creche")
    assert Markup(page).all("a", href=f"/initiatives/?theme={theme.slug}")


def test_an_empty_site_says_that_pages_will_come(client, index):
    rebuild()
    assert "paraîtront bientôt ici" in page_at(client, "/initiatives/")


def test_without_its_engine_the_search_looks_in_the_database_and_says_so(
    client, index, memory_index, monkeypatch
):
    fiches("La crèche de l’aube", "Le fournil")

    def fail(bodies):
        raise EngineDownError("en panne")

    monkeypatch.setattr(memory_index, "msearch", fail)
    response = client.get("/initiatives/?q=crèche")
    page = response.content.decode()
    assert "Recherche simplifiée." in page
    assert titles_of(page) == ["la-creche-de-laube"]
    assert response.headers["Cache-Control"] == "no-store"
    none = page_at(client, "/initiatives/?q=zzz")
    assert total_of(none) == 0
    assert "aucune page ne contient vos mots tels que vous les avez écrits" in none


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/recherche/?q=crèche", "Les filtres et leurs nombres reviendront"),
        ("/recherche/?q=crèche&type=initiative", "Les filtres et leurs nombres reviendront"),
        (
            "/recherche/?q=crèche&departement=25",
            "Vos filtres ne sont pas appliqués</strong>&nbsp;:",
        ),
        ("/recherche/?type=initiative&departement=25", "appliqués</strong>, hormis le type"),
        (
            "/initiatives/?autour=25056&rayon=20",
            "Vos filtres ne sont pas appliqués</strong>&nbsp;:",
        ),
    ],
)
def test_without_its_engine_the_search_says_which_filters_are_not_applied(
    client, index, memory_index, monkeypatch, address, said
):
    fiches("La crèche de l’aube", commune_code="21231")

    def fail(bodies):
        raise EngineDownError("en panne")

    monkeypatch.setattr(memory_index, "msearch", fail)
    page = page_at(client, address)

    assert said in page
    assert titles_of(page) == ["la-creche-de-laube"]


PREFETCHES = 5  # themes, verifications, prizes, images and their sizes


def test_a_page_of_results_costs_few_queries_whatever_the_number_of_results(
    client, index, monkeypatch
):
    # Counted after the answer, by a thread of its own.
    monkeypatch.setattr("search.page.views.count_search", lambda *args, **options: None)
    theme = factories.TermFactory(scheme=Scheme.THEME)

    def publish(count):
        for _ in range(count):
            fiche = factories.InitiativePageFactory(
                title="La crèche",
                terms=[theme],
                picture=factories.ImageFactory(),
                commune_code="25056",
            )
            factories.VerificationFactory(initiative=fiche)
        rebuild()

    def cost(address):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert total_of(page_at(client, address))
        return len(asked) - PREFETCHES

    filtered = f"/initiatives/?q=crèche&theme={theme.slug}&departement=25&departement=21"
    addresses = ("/recherche/?q=crèche", filtered)
    publish(2)
    few = [cost(address) for address in addresses]
    publish(8)
    assert [cost(address) for address in addresses] == few
    # Cards, texts, terms, synonyms, promoted pages, and the seven of the frame: in a transaction,
    # as here, nothing of it is remembered from one request to the next.
    assert few[0] <= 5 + 7


def test_the_cards_of_one_answer_are_not_read_again_for_another(client, index, monkeypatch):
    monkeypatch.setattr("search.page.views.count_search", lambda *args, **options: None)
    monkeypatch.setattr("hub.content.memory.connection", SimpleNamespace(in_atomic_block=False))
    fiches("La crèche de l’aube", "La crèche du soir")
    for _ in range(2):  # the frame, its settings, and what facets are named by
        client.get("/recherche/?q=aube")

    def cost(address):
        with CaptureQueriesContext(connection) as asked:
            assert total_of(page_at(client, address))
        return len(asked)

    assert cost("/recherche/?q=crèche") <= 8
    assert cost("/recherche/?q=soir") <= 1  # the version of the content


COMMUNES = ("25056", "21231", "39300", "58194", "70550", "71270", "89024", "90010")


def test_a_full_page_has_at_most_six_hundred_nodes(client, index):
    for rank in range(16):
        terms = [
            factories.TermFactory(scheme=scheme, name=f"Choix {rank}")
            for scheme in (Scheme.CENTRED_ON, Scheme.LINKED_TO, Scheme.THEME, Scheme.PUBLIC)
        ]
        factories.InitiativePageFactory(
            title=f"La crèche {rank}",
            year=2012 + rank % 12,
            terms=terms,
            commune_code=COMMUNES[rank % 8],
            sector=factories.TermFactory(scheme=Scheme.SECTOR, name=f"Secteur {rank}"),
        )
    rebuild()
    for address in ("/initiatives/?q=crèche", "/recherche/?q=crèche"):
        assert len(Markup(page_at(client, address)).tags) <= 600


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(st.dictionaries(st.sampled_from(["q", "theme", "departement", "epci", "annee", "bbox",
    "autour", "rayon", "tri", "page", "plus", "exact", "inconnu"]), st.lists(ANYTHING, max_size=3),
    max_size=6))  # fmt: skip
def test_anything_at_all_is_answered(client, index, parameters):
    response = client.get("/recherche/", parameters)
    assert response.status_code == 200
    assert Markup(response.content.decode()).structure_faults == []


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "a" * 100_000,
        "q=" + "+".join(f"mot{rank}" for rank in range(500)),
        "q=%22%22%22((((%29+AND+OR+%2B-%21%5E~*?%5C%2F",
        "q=%00%00&theme=%00",
        "q=%ED%A0%80&departement=%ED%A0%80",
        "page=" + "9" * 5000,
        "q=%E2%80%AE%EF%BB%BF",
        "&".join(f"departement={rank}" for rank in range(900)),
        "bbox=1e400,1,1,1&autour=1e999,1&rayon=-0&tri=distance",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
    ],
)
def test_hostile_addresses_are_answered(client, index, query):
    fiches("La crèche")
    for path in ("/recherche/", "/initiatives/"):
        page = page_at(client, f"{path}?{query}")
        assert "<script>alert" not in page


def test_the_search_is_in_the_sitemap_the_plan_and_the_header(client, index):
    rebuild()
    assert "http://testserver/recherche/" in page_at(client, "/sitemap-search.xml")
    assert Markup(page_at(client, "/plan-du-site/")).all("a", href="/recherche/")
    assert Markup(page_at(client, "/")).all("a", href="/recherche/#chercher")


def test_a_promoted_page_comes_before_the_results_of_its_words(client, index):
    page = factories.StandardPageFactory(title="Notre dossier crèches")
    PromotedResult.objects.create(words="crèche", page=page, reason="Tout sur les crèches")
    fiches("La crèche de l’aube")

    [promoted] = Markup(page_at(client, "/recherche/?q=creches")).all("ul", **{"class": "promoted"})
    assert promoted["aria-label"] == "À lire d’abord"
    assert "promoted" not in page_at(client, "/recherche/?q=aube")


def test_a_search_is_counted_once_whatever_narrows_it_afterwards(client, index):
    fiches("La crèche de l’aube")
    for query in ("q=crèche", "q=crèche&type=initiative", "q=crèche&tri=nom", "q=trampoline"):
        page_at(client, f"/recherche/?{query}")

    rows = AskedWords.objects.order_by("words").values_list("words", "count", "unanswered")
    assert list(rows) == [("crèche", 1, 0), ("trampoline", 1, 1)]


def test_a_synonym_of_several_words_is_marked_side_by_side_only(client, index):
    SynonymGroup.objects.create(expressions="horaires\nemploi du temps")
    factories.InitiativePageFactory(title="Un emploi du temps choisi", summary="Un emploi durable.")
    rebuild()
    page = page_at(client, "/initiatives/?q=horaires")
    assert "Un <mark>emploi du temps</mark> choisi" in page
    assert "<mark>emploi</mark>" not in page
