"""« Intégrer cette fiche »: what is offered to copy, and what the documentation tells partners."""

import re
from html import unescape
from uuid import UUID

import pytest
from django.conf import settings

from tests import factories
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
SITE = "http://localhost"
EXAMPLE = "https://rallynov.example"
GUIDE = settings.BASE_DIR / "docs" / "integration.md"


def snippets(client, address):
    """Return what stands in the field of the address, and in that of the code."""
    page = client.get(address).content.decode()
    fields = [one["value"] for one in Markup(page).all("input") if one.get("id") == "embed-address"]
    codes = re.findall(r'<textarea[^>]* id="embed-code"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    return page, fields, [unescape(code) for code in codes]


def test_a_list_offers_itself_as_it_is_narrowed(client, fiche):
    page, [address], [code] = snippets(client, "/initiatives/?departement=25&q=le&page=1&x=y")
    assert "Intégrer cette liste sur votre site" in page
    assert address == f"{SITE}/initiatives/?q=le&departement=25"
    tags = Markup(code)
    assert tags.all("a") == [
        {
            "href": address,
            "data-integration": f"{SITE}/integration/initiatives/?q=le&departement=25",
        }
    ]
    assert tags.all("script") == [{"src": f"{SITE}/integration/hub.js", "async": None}]
    assert tags.faults == []


def test_with_a_front_end_a_fiche_is_read_there_and_its_frame_stays_here(client, fiche, settings):
    settings.HUB_HEADLESS_URL = "https://site.example"
    _, [address], [code] = snippets(client, fiche.url)
    assert address == f"https://site.example{fiche.url}"
    [link] = Markup(code).all("a")
    assert link["data-integration"] == f"{SITE}/integration/initiatives/{fiche.uid}/"
    assert Markup(code).all("script")[0]["src"] == f"{SITE}/integration/hub.js"


def test_a_change_of_filters_changes_the_code(client, fiche):
    answer = client.get("/initiatives/?departement=39", headers={"HX-Request": "true"})
    assert "integration/initiatives/?departement=39" in answer.content.decode()


def test_a_fiche_offers_itself_and_its_title_breaks_nothing(client, fiche):
    page, [address], [code] = snippets(client, fiche.url)
    assert "Intégrer cette fiche sur votre site" in page
    assert address == fiche.full_url
    [link] = Markup(code).all("a")
    assert link["data-integration"] == f"{SITE}/integration/initiatives/{fiche.uid}/"
    assert "La crèche &amp; l&#x27;atelier</a>" in code


@pytest.mark.parametrize(
    ("factory", "thing"),
    [
        ("LaureateStoryPageFactory", "cette histoire"),
        ("EventPageFactory", "cet événement"),
        ("VideoPageFactory", "cette vidéo"),
        ("PublicationPageFactory", "cette publication"),
    ],
)
def test_other_pages_offer_themselves(client, home, factory, thing):
    made = getattr(factories, factory)()
    page, [address], [code] = snippets(client, made.url)
    assert f"Intégrer {thing} sur votre site" in page
    assert address == made.full_url
    assert str(made.uid) in code


def test_nothing_is_offered_where_nothing_can_be_shown(client, fiche):
    for address in ("/recherche/", "/initiatives/?q=xylophone", "/accessibilite/"):
        assert snippets(client, address)[1:] == ([], [])


def test_every_address_of_the_guide_answers(client, index, search_index):
    factories.EventIndexPageFactory()
    theme = factories.TermFactory(name="Temps de travail", slug="temps-de-travail")
    factories.InitiativePageFactory(
        title="La crèche", slug="la-creche", commune_code="39198", terms=[theme],
        uid=UUID("0b6f4f0e-5d0c-4a53-9d6b-4a1f6f0c2d11"),
    )  # fmt: skip
    search_index()
    found = re.findall(rf'{EXAMPLE}(/[^\s"`<;]*)', GUIDE.read_text(encoding="utf-8"))
    assert len(found) >= 15
    for address in dict.fromkeys(found):
        asked = address.replace(EXAMPLE, SITE)
        response = client.get(asked)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == 200, (address, body[:300])
        assert b"n\xe2\x80\x99est pas un" not in body, address
        if "initiatives/?" in asked or asked.endswith("la-creche/"):
            assert "La crèche" in re.sub("</?mark>", "", body.decode()), address
