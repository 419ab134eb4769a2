"""What stands in the frame of another site."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.contrib.integration import kinds
from search.engines.contract import EngineDownError
from tests import factories
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
LIST = "/integration/initiatives/"
MOST_BYTES = 60_000
STATIC = settings.STATIC_URL


def frame_of(fiche):
    return f"{LIST}{fiche.uid}/"


def text_at(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def file_at(client, address):
    path = urlsplit(address).path
    if path.startswith(STATIC):
        return Path(finders.find(path.removeprefix(STATIC))).read_bytes()
    response = client.get(path)
    return b"".join(response) if response.streaming else response.content


def everything(client, address):
    """Return the page and all that it loads, each as it is served before compression."""
    page = client.get(address).content
    tags = Markup(page.decode())
    asked = [one["src"] for name in ("img", "script") for one in tags.all(name)]
    asked += [one["href"] for one in tags.all("link", rel="stylesheet")]
    loaded = {one: file_at(client, one) for one in asked}
    sheets = b"".join(body for one, body in loaded.items() if one.endswith(".css")).decode()
    for font in re.findall(r"url\(\.\./(\S+?)\)", sheets):
        loaded[font] = file_at(client, STATIC + font)
    return {"page": page, **loaded}


def test_the_list_says_what_the_list_of_the_site_says(client, fiche):
    page = text_at(client, f"{LIST}?departement=39&inconnu=1")
    tags = Markup(page)
    assert "1\xa0initiative" in page
    assert "Jura" in page
    [link] = [one for one in tags.all("a") if one["href"] == fiche.full_url]
    assert link["target"] == "_top"
    assert "problem" not in page
    assert tags.all("link", rel="canonical") == [
        {"rel": "canonical", "href": "http://localhost/initiatives/?departement=39"}
    ]
    assert tags.all("a", href="http://localhost/initiatives/?departement=39", target="_top")


def test_what_cannot_be_read_of_an_address_is_told_in_french(client, fiche):
    page = text_at(client, f"{LIST}?departement=999&page=x")
    assert "n’est pas un choix de" in page
    assert "n’est pas un numéro de page" in page
    assert "3\xa0initiatives" in page


@pytest.mark.parametrize("asked", ["q=%00%22*(", "page=99999999999999", "bbox=x", "q=" + "é" * 999])
def test_nothing_that_is_asked_breaks_the_list(client, fiche, asked):
    assert client.get(f"{LIST}?{asked}").status_code == 200


def test_the_pages_of_a_list_follow_one_another_in_the_frame(client, index, search_index):
    for rank in range(13):
        factories.InitiativePageFactory(title=f"La crèche {rank}")
    search_index()
    first, second = text_at(client, LIST), text_at(client, f"{LIST}?page=2")
    assert Markup(first).all("a", rel="next", href=f"{LIST}?page=2")
    assert Markup(second).all("a", rel="prev", href=LIST)
    assert len(Markup(first).all("article")) == 12
    assert len(Markup(second).all("article")) == 1


def test_a_list_without_answer_still_leads_to_the_site(client, fiche):
    page = text_at(client, f"{LIST}?q=xylophone")
    assert "Aucun résultat pour" in page
    assert Markup(page).all("a", href="http://localhost/initiatives/?q=xylophone")


def test_a_list_without_engine_says_so_and_is_not_kept(client, fiche, monkeypatch):
    def down(*args):
        raise EngineDownError("down")

    monkeypatch.setattr("search.engines.memory.MemoryEngine.msearch", down)
    response = client.get(LIST)
    assert "Recherche simplifiée" in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"


def test_without_a_page_of_the_list_the_frame_leads_to_the_search(client, home, search_index):
    search_index()
    assert Markup(text_at(client, LIST)).all(
        "a", href="http://localhost/recherche/?type=initiative"
    )


def test_a_fiche_says_enough_to_be_read_and_leads_to_the_rest(client, fiche):
    factories.VerificationFactory(initiative=fiche)
    page = text_at(client, frame_of(fiche))
    for said in (
        "La crèche &amp; l’atelier", "«&nbsp;À chacun son", "Des horaires choisis",
        "Dole · Jura", "Temps de travail", "Fiche vérifiée en ", "Camille", "Lire la fiche",
    ):  # fmt: skip
        assert said in page, said
    tags = Markup(page)
    assert {one["target"] for one in tags.all("a", href=fiche.full_url)} == {"_top"}
    assert tags.all("link", rel="canonical", href=fiche.full_url)
    assert tags.all("img")[0]["src"] == fiche.picture.get_rendition("format-webp|width-400").url


def test_a_frame_stays_where_it_is_when_the_page_moves_or_is_renamed(client, fiche):
    address = frame_of(fiche)
    fiche.slug = "un-autre-nom"
    fiche.save_revision().publish()
    assert "/initiatives/un-autre-nom/" in text_at(client, address)


def test_a_page_of_another_type_or_of_none_is_no_longer_published(client, fiche):
    for kind in ("video", "rien"):
        page = text_at(client, f"/integration/{kind}/{fiche.uid}/", status=404)
        assert "Cette page n’est plus publiée." in page
    assert client.get(f"{LIST}pas-un-identifiant/").status_code == 404


def test_no_two_types_of_pages_share_a_word(db):
    words = kinds.models_by_kind()
    assert len(set(words.values())) == len(words) >= 15
    assert {"initiatives", "laureat", "evenement", "video"} <= set(words)


@pytest.mark.parametrize("status", [200, 404])
def test_each_frame_is_a_sound_page_for_no_search_engine(client, fiche, status):
    addresses = {200: [LIST, f"{LIST}?q=le&page=x", frame_of(fiche)], 404: [frame_of(fiche)[:-5]]}
    if status == 404:
        fiche.unpublish()
        addresses[404] = [frame_of(fiche)]
    for address in addresses[status]:
        tags = Markup(text_at(client, address, status))
        assert tags.faults == []
        assert tags.meta("robots") == "noindex"
        assert len(tags.all("h1")) == len(tags.all("main")) == 1
        assert not [one for _, one in tags.tags if "style" in one]
        assert all("alt" in one for one in tags.all("img"))


def test_a_frame_weighs_little(client, index, search_index):
    for rank in range(12):
        factories.InitiativePageFactory(
            title=f"La crèche {rank} " + "très longue " * 8,
            summary="Une phrase qui dit ce que l’équipe a essayé, et pourquoi. " * 8,
            commune_code="39198",
        )
    made = factories.InitiativePageFactory(title="Sans image")
    search_index()
    for address in (LIST, frame_of(made)):
        loaded = everything(client, address)
        assert any("woff2" in one for one in loaded)
        assert any(one.endswith(".js") for one in loaded)
        weights = {one: len(body) for one, body in loaded.items()}
        assert sum(weights.values()) <= MOST_BYTES, weights


def test_nobody_is_followed_and_nothing_comes_from_elsewhere(client, fiche, editor):
    client.force_login(editor)
    for address in (LIST, frame_of(fiche)):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address)
        assert not [one for one in asked if "session" in one["sql"] or "auth_user" in one["sql"]]
        assert not response.cookies
        assert "cookie" not in response.headers.get("Vary", "").lower()
        tags = Markup(response.content.decode())
        loaded = [one.get("src") or one.get("href") for name in ("img", "script", "link")
                  for one in tags.all(name) if one.get("rel") != "canonical"]  # fmt: skip
        assert [one for one in loaded if one.startswith(("http", "//"))] == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_frame_and_a_description_are_asked_again_and_not_sent_again(client, fiche):
    for address in (LIST, frame_of(fiche), f"/oembed?url={fiche.full_url}"):
        client.get(address)  # the first visit of a site makes its settings
        first = client.get(address)
        assert first.headers["Cache-Control"] == "public, no-cache"
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304
        fiche.title += "…"
        fiche.save_revision().publish()
        moved = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert moved.status_code == 200


def test_the_number_of_questions_does_not_grow_with_the_list(client, index, search_index):
    def asked():
        search_index()
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        return len(queries)

    factories.InitiativePageFactory.create_batch(2, terms=[factories.TermFactory()])
    asked()
    few = asked()
    factories.InitiativePageFactory.create_batch(8, terms=[factories.TermFactory()])
    assert asked() == few <= 14


def test_the_colours_of_a_frame_are_those_of_the_site():
    def tokens(path):
        text = (settings.BASE_DIR / path).read_text()
        return dict(re.findall(r"(--[\w-]+): (.+);", text.partition("@layer base {")[0]))

    site = tokens("static/site/site.css")
    frame = tokens("hub/contrib/integration/static/hub_integration/frame.css")
    own = {name: value for name, value in frame.items() if name != "--text"}
    assert own == {name: site[name] for name in own}


def test_the_script_of_partners_is_served_to_all_and_kept(client, db):
    response = client.get("/integration/hub.js")
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age=3600" in response.headers["Cache-Control"]
    assert len(response.content) < 5_000
    etag = response.headers["ETag"]
    assert client.get("/integration/hub.js", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("", "/"), ("initiatives/la-creche/", "/initiatives/la-creche/"),
        ("initiatives/?q=cr%C3%A8che", "/initiatives/?q=cr%C3%A8che"),
        ("/ailleurs.example/", "/ailleurs.example/"),
    ],
)  # fmt: skip
def test_the_way_out_never_leaves_the_site(client, home, path, there):
    response = client.get(f"/integration/aller/{path}")
    assert response.status_code == 302
    assert response.headers["Location"] == f"http://localhost{there}"
