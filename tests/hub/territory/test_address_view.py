"""`/admin/adresses/`, for editors only."""

import pytest

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/adresses/"


def test_an_anonymous_visitor_is_sent_to_log_in(client):
    response = client.get(ADDRESS, {"q": "4 rue"})
    assert response.status_code == 302
    assert "/admin/login/" in response.headers["Location"]


@pytest.mark.parametrize("commune", ["25241", "Flagey (Doubs)"])
def test_the_answer_is_geojson_with_precision_and_source(editor_client, gazetteer, commune):
    response = editor_client.get(ADDRESS, {"q": "1 rue Courbet", "commune": commune})
    assert response.headers["Content-Type"] == "application/geo+json"
    answer = response.json()
    point = gazetteer.commune("25241").point
    assert answer["type"] == "FeatureCollection"
    assert answer["features"] == [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
            "properties": {
                "label": "Flagey (Doubs)",
                "citycode": "25241",
                "precision": "commune",
                "source": "communes",
            },
        }
    ]
    assert "pas activée" in answer["notice"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({}, "Choisissez une commune"),
        ({"q": " "}, "Choisissez une commune"),
        ({"commune": "99999"}, "Commune inconnue"),
        ({"q": "rue", "commune": "Saint-Agnan"}, "Commune inconnue"),
        ({"q": "rue", "commune": "\x00" * 5000}, "Commune inconnue"),
    ],
)
def test_what_is_missing_is_said(editor_client, asked, message):
    response = editor_client.get(ADDRESS, asked)
    assert response.status_code == 400
    assert message in response.json()["message"]


@pytest.mark.parametrize(
    "asked", ["\x00", "'\"(){}[]", "é" * 5000, "zzzz", "http://169.254.169.254/"]
)
def test_strange_addresses_get_an_answer(editor_client, asked):
    assert editor_client.get(ADDRESS, {"q": asked}).json()["features"] == []
    assert len(editor_client.get(ADDRESS, {"q": asked, "commune": "25241"}).json()["features"]) == 1


def test_only_reading_is_allowed(editor_client):
    assert editor_client.post(ADDRESS).status_code == 405
