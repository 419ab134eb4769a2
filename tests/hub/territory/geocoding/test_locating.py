import pytest
from django.core.cache import cache

from hub.territory.geocoding import client
from hub.territory.geocoding.locating import NOT_ASKED, NOT_FOUND, SILENT, locate
from hub.territory.point import Point
from tests.hub.territory.geocoding.stand_in import feature


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def besancon(gazetteer):
    return gazetteer.commune("25056")


def answers(text, commune):
    found = locate(text, commune)
    return [(place.precision, place.source) for place in found.places], found.notice


def test_an_address_is_asked_in_its_commune_and_found_to_the_number(geocoder, besancon):
    found = locate("  4 rue de la  République ", besancon)
    [place] = found.places
    assert (place.precision, place.source, place.citycode) == ("adresse", "ban", "25056")
    assert place.point == Point(6.0263, 47.2401)
    assert found.notice == ""
    assert geocoder.questions == [
        {"q": "4 rue de la République", "citycode": "25056", "limit": "5"}
    ]


@pytest.mark.parametrize("kind", ["street", "locality"])
def test_a_street_is_less_exact_than_a_number(geocoder, besancon, kind):
    geocoder.features = [feature(type=kind)]
    assert answers("rue de la République", besancon) == ([("rue", "ban")], "")


def test_without_the_setting_nobody_is_asked(settings, besancon):
    settings.HUB_GEOCODER_URL = ""
    assert answers("4 rue", besancon) == ([("commune", "communes")], NOT_ASKED)


def test_one_question_is_asked_once_whatever_its_accents(geocoder, besancon):
    for text in ("4 rue de la République", "4 Rue de la Republique", "4, rue de la république"):
        assert answers(text, besancon) == ([("adresse", "ban")], "")
    assert len(geocoder.questions) == 1


@pytest.mark.parametrize(
    "features",
    [
        [],
        [feature(type="municipality")],
        [feature(score=0.1)],
        [feature(citycode="21231")],
        [feature(longitude="x")],
        [feature(longitude=float("nan"))],
        [feature(longitude=999)],
        [feature(longitude=47.2, latitude=6.0)],
        [{"geometry": None}, None, 3, "x", {"properties": {}}],
    ],
)
def test_what_is_not_likely_or_not_there_gives_way_to_the_commune(geocoder, besancon, features):
    geocoder.features = features
    assert answers("rue inconnue", besancon) == ([("commune", "communes")], NOT_FOUND)


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"features": 3}', b"\xff\xfe", b"[" * 9999]
)
def test_an_answer_that_is_no_geojson_is_said(geocoder, besancon, body):
    geocoder.body = body
    assert answers("4 rue", besancon) == ([("commune", "communes")], SILENT)


@pytest.mark.parametrize("status", [301, 302, 400, 404, 429, 500, 503])
def test_another_status_is_said_and_no_redirect_is_followed(geocoder, besancon, status):
    geocoder.status, geocoder.headers = status, {"Location": geocoder.address}
    assert answers("4 rue", besancon) == ([("commune", "communes")], SILENT)
    assert len(geocoder.questions) == 1


def test_a_geocoder_that_fails_is_left_alone_for_a_moment(geocoder, besancon):
    geocoder.status, geocoder.headers = 429, {"Retry-After": "60"}
    locate("4 rue", besancon)
    geocoder.status = 200
    assert answers("5 rue", besancon)[1] == SILENT
    assert len(geocoder.questions) == 1


def test_a_slow_answer_is_not_waited_for(geocoder, besancon, monkeypatch):
    monkeypatch.setattr(client, "SECONDS", 0.2)
    geocoder.seconds = 0.6
    assert answers("4 rue", besancon)[1] == SILENT


def test_an_answer_that_drips_is_not_waited_for(geocoder, besancon, monkeypatch):
    monkeypatch.setattr(client, "SECONDS", 0.3)
    geocoder.drips = 20
    assert answers("4 rue", besancon)[1] == SILENT
    assert geocoder.dripped < geocoder.drips


def test_a_long_answer_is_not_read_to_its_end(geocoder, besancon):
    geocoder.body = b" " * (client.MAX_BYTES + 1)
    assert answers("4 rue", besancon)[1] == SILENT


def test_a_geocoder_that_is_not_there_is_said(settings, besancon):
    settings.HUB_GEOCODER_URL = "http://127.0.0.1:9/search"
    assert answers("4 rue", besancon) == ([("commune", "communes")], SILENT)


def test_without_a_commune_the_whole_region_is_asked_and_nothing_else(geocoder):
    geocoder.features = [feature(citycode="75056"), feature()]
    [place] = locate("4 rue de la République Besançon", None).places
    assert place.citycode == "25056"
    assert "citycode" not in geocoder.questions[0]


def test_two_letters_are_too_few_to_ask(geocoder, besancon):
    locate("4", besancon)
    assert geocoder.questions == []
