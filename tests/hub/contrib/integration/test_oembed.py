"""The description that an editor of another site asks for, as oEmbed has it."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.embeds.finders.oembed import OEmbedFinder

from tests import factories
from tests.hidings import HIDINGS
from tests.hub.contrib.integration.wordpress import discover, filter_result
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
SITE = "http://localhost"


def describe(client, address, **parameters):
    return client.get("/oembed", {"url": address, **parameters})


def test_a_fiche_is_described(client, fiche):
    response = describe(client, fiche.full_url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    found = response.json()
    frame = f"{SITE}/integration/initiatives/{fiche.uid}/"
    tags = Markup(found.pop("html"))
    [quotation] = tags.all("blockquote")
    assert quotation == {"class": "wp-embedded-content"}
    assert tags.all("a") == [{"href": fiche.full_url}]
    [iframe] = tags.all("iframe")
    assert iframe == {
        "class": "wp-embedded-content",
        "sandbox": "allow-scripts",
        "security": "restricted",
        "src": frame,
        "width": "600",
        "height": "450",
        "title": "La crèche & l'atelier, Rally’nov",
        "frameborder": "0",
        "marginwidth": "0",
        "marginheight": "0",
    }
    assert tags.all("script") == [{"src": f"{SITE}/integration/hub.js", "async": None}]
    assert found.pop("thumbnail_url").startswith(f"{SITE}/partage/")
    assert found == {
        "version": "1.0",
        "type": "rich",
        "title": "La crèche & l'atelier",
        "provider_name": "Rally’nov",
        "provider_url": f"{SITE}/",
        "cache_age": 3600,
        "width": 600,
        "height": 450,
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    assert client.get(urlsplit(frame).path).status_code == 200


def test_the_description_stays_within_the_limits_of_the_host(client, fiche):
    found = describe(client, fiche.full_url, maxwidth="420", maxheight="300").json()
    assert (found["width"], found["height"]) == (420, 300)
    assert found["thumbnail_url"] == SITE + fiche.picture.get_rendition("format-jpeg|width-800").url
    assert (found["thumbnail_width"], found["thumbnail_height"]) == (90, 60)
    assert 'width="420" height="300"' in found["html"]
    narrow = describe(client, fiche.full_url, maxwidth="80").json()
    assert narrow["width"] == 80
    assert "thumbnail_url" not in narrow
    assert describe(client, fiche.full_url, maxwidth="5000").json()["width"] == 800


@pytest.mark.parametrize(
    "written", ["{url}", "{bare}", "{url}#lire", "{url}?utm_source=x", "{tls}"]
)
def test_an_address_is_known_as_it_is_pasted(client, fiche, written):
    url = fiche.full_url
    tls = url.replace("http:", "https:")
    address = written.format(url=url, bare=url.rstrip("/"), tls=tls)
    assert describe(client, address).json()["title"] == fiche.title


@pytest.mark.parametrize("path", ["/initiatives/", "/carte/"])
def test_a_list_is_described_as_it_is_narrowed(client, fiche, path):
    found = describe(client, f"{SITE}{path}?departement=25&q=le&utm_source=x&page=1").json()
    assert found["title"].endswith("\xa0: «\xa0le\xa0»")
    [iframe] = Markup(found["html"]).all("iframe")
    assert iframe["src"] == f"{SITE}/integration/initiatives/?q=le&departement=25"
    assert Markup(found["html"]).all("a", href=f"{SITE}{path}?q=le&departement=25")
    frame = client.get("/integration/initiatives/?q=le&departement=25").content.decode()
    assert "2\xa0initiatives pour" in frame


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({}, "url"),
        ({"url": ""}, "url"),
        ({"url": "initiatives"}, "url"),
        ({"url": "ftp://localhost/"}, "url"),
        ({"url": "http://[::1/"}, "url"),
        ({"url": "http://localhost:99999/"}, "url"),
        ({"url": "http://localhost/", "maxwidth": "large"}, "maxwidth"),
        ({"url": "http://localhost/", "maxwidth": "0"}, "maxwidth"),
        ({"url": "http://localhost/", "maxheight": "-1"}, "maxheight"),
        ({"url": "http://localhost/", "maxheight": "9" * 5000}, "maxheight"),
        ({"url": "http://localhost/", "maxwidth": "٣"}, "maxwidth"),
    ],
)
def test_what_cannot_be_read_is_refused_and_named(client, home, parameters, named):
    response = client.get("/oembed", parameters)
    assert response.status_code == 400
    assert [one["parameter"] for one in response.json()["errors"]] == [named]


@pytest.mark.parametrize("form", ["xml", "html", ""])
def test_another_format_is_not_implemented(client, fiche, form):
    response = describe(client, fiche.full_url, format=form)
    assert response.status_code == 501
    assert "JSON" in response.json()["title"]


@pytest.mark.parametrize(
    "address",
    [
        "https://ailleurs.example/initiatives/la-creche/",
        "http://localhost:81/",
        "http://localhost@ailleurs.example/",
        f"{SITE}/rien/",
        f"{SITE}/admin/",
        f"{SITE}/recherche/",
        f"{SITE}/%00/",
        f"{SITE}//initiatives/",
        f"{SITE}/initiatives/%ff/",
    ],
)
def test_what_is_elsewhere_or_nothing_is_not_found(client, fiche, address):
    assert describe(client, address).status_code == 404


@pytest.mark.parametrize("hide", HIDINGS.values(), ids=HIDINGS)
def test_a_hidden_page_is_as_one_that_never_was(client, fiche, hide):
    address, frame = fiche.full_url, f"/integration/initiatives/{fiche.uid}/"
    absent = (
        describe(client, f"{SITE}/rien/"),
        client.get("/integration/initiatives/6f1d0f0e-0000-4000-8000-000000000000/"),
    )
    hide(fiche)
    hidden = describe(client, address), client.get(frame)
    for one, other in zip(hidden, absent, strict=True):
        assert one.status_code == other.status_code == 404
        assert one.content == other.content
    shown = client.get("/integration/initiatives/").content.decode()
    assert "La crèche" not in shown


def test_every_type_of_page_is_described_and_has_a_frame(client, fiche):
    pages = [
        factories.LaureateStoryPageFactory(),
        factories.EventPageFactory(),
        factories.VideoPageFactory(),
        factories.PublicationPageFactory(),
        factories.ThemePageFactory(),
        factories.StandardPageFactory(),
    ]
    frames = []
    for page in [fiche.get_parent().get_parent().specific, *pages]:
        found = describe(client, page.full_url).json()
        assert found["title"] == page.title
        frames += [urlsplit(one["src"]).path for one in Markup(found["html"]).all("iframe")]
    for frame in frames:
        assert client.get(frame).status_code == 200, frame
    assert frames[1] == f"/integration/laureat/{pages[0].uid}/"


def test_with_a_front_end_people_are_led_there_and_the_frame_stays_here(client, fiche, settings):
    settings.HUB_HEADLESS_URL = front = "https://site.example"
    there = f"{front}/initiatives/la-creche/"
    for address in (there, f"{SITE}/initiatives/la-creche/"):
        found = describe(client, address).json()
        assert found["provider_url"] == f"{front}/"
        tags = Markup(found["html"])
        assert tags.all("a") == [{"href": there}]
        assert tags.all("iframe")[0]["src"] == f"{SITE}/integration/initiatives/{fiche.uid}/"
    # WordPress follows the links of a frame on the host of the frame.
    frame = Markup(client.get(f"/integration/initiatives/{fiche.uid}/").content.decode())
    [way, _] = frame.all("a")
    assert way["href"] == f"{SITE}/integration/aller/initiatives/la-creche/"
    assert client.get(urlsplit(way["href"]).path).headers["Location"] == there
    listed = client.get("/integration/initiatives/?q=le").content.decode()
    assert Markup(listed).all("a", href=f"{SITE}/integration/aller/initiatives/?q=le")
    assert client.get("/integration/aller/").headers["Location"] == f"{front}/"
    described = discover(client.get("/initiatives/la-creche/").content.decode())
    assert (
        described
        == f"{SITE}/oembed?url=https%3A%2F%2Fsite.example%2Finitiatives%2Fla-creche%2F&format=json"
    )


def test_the_head_of_a_page_leads_to_its_description(client, fiche):
    for address in (fiche.full_url, f"{SITE}/initiatives/?departement=25&page=1", f"{SITE}/"):
        parts = urlsplit(address)
        found = discover(client.get(f"{parts.path}?{parts.query}").content.decode())
        assert found.startswith(f"{SITE}/oembed?")
        # WordPress adds its own parameters to the address, and asks for no cookie.
        parameters = {"maxwidth": "500", "maxheight": "750", "dnt": "1", "format": "json"}
        answer = client.get("/oembed", parse_qs(urlsplit(found).query) | parameters)
        assert answer.status_code == 200, answer.content
        assert answer.json()["width"] == 500


def test_what_no_one_embeds_declares_no_description(client, fiche):
    assert discover(client.get("/recherche/").content.decode()) is None
    preview = fiche.make_preview_request().render().content.decode()
    assert discover(preview) is None


def test_wordpress_keeps_the_quotation_and_the_frame(client, fiche):
    for address in (fiche.full_url, f"{SITE}/initiatives/?q=le&departement=25"):
        kept = filter_result(describe(client, address).json()["html"])
        tags = Markup(kept)
        assert tags.faults == []
        assert tags.all("script") == []
        [iframe] = tags.all("iframe")
        assert iframe["src"].endswith("#?secret=s3cr3tS3cr")
        assert iframe["data-secret"] == tags.all("blockquote")[0]["data-secret"]
        assert iframe["sandbox"] == "allow-scripts"
        assert iframe["title"]
        assert tags.all("a")


def test_wagtail_finds_it(client, fiche, monkeypatch):
    def get(endpoint, params, **options):
        response = client.get(urlsplit(endpoint).path, params)
        answer = requests.Response()
        answer.status_code, answer._content = response.status_code, response.content
        return answer

    monkeypatch.setattr(requests, "get", get)
    finder = OEmbedFinder([{"endpoint": f"{SITE}/oembed", "urls": [r"^http://localhost/.+$"]}])
    assert finder.accept(fiche.full_url)
    found = finder.find_embed(fiche.full_url, max_width=500)
    assert found["title"] == fiche.title
    assert found["provider_name"] == "Rally’nov"
    assert (found["type"], found["width"]) == ("rich", 500)
    assert str(fiche.uid) in found["html"]
    assert found["cache_until"] - timezone.now() <= timedelta(hours=1)


def test_a_description_asks_little_of_the_database(client, fiche):
    describe(client, fiche.full_url)
    with CaptureQueriesContext(connection) as asked:
        describe(client, fiche.full_url)
    assert len(asked) <= 14


def test_only_reading_is_allowed(client, home):
    assert client.post("/oembed").status_code == 405
