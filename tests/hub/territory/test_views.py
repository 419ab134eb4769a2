import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/communes/"


def test_the_look_up_is_among_the_admin_addresses():
    assert reverse("territory_communes") == ADDRESS


def test_an_anonymous_visitor_is_sent_to_log_in(client):
    response = client.get(ADDRESS, {"q": "flagey"})
    assert response.status_code == 302
    assert "/admin/login/" in response.headers["Location"]


def test_a_user_without_access_to_the_admin_is_refused(client):
    client.force_login(get_user_model().objects.create_user("visitor"))
    response = client.get(ADDRESS, {"q": "flagey"})
    assert response.status_code == 302
    assert b"communes" not in response.content


def test_an_editor_gets_labels_details_and_points(editor_client):
    answer = editor_client.get(ADDRESS, {"q": "flagey"}).json()
    assert answer["communes"][0] == {
        "code": "25241",
        "label": "Flagey (Doubs)",
        "detail": "25330",
        "point": answer["communes"][0]["point"],
    }
    assert answer["communes"][0]["point"].startswith("SRID=4326;POINT(6.")


def test_all_communes_of_a_postcode_are_offered(editor_client):
    communes = editor_client.get(ADDRESS, {"q": "25330"}).json()["communes"]
    assert "Flagey (Doubs)" in [commune["label"] for commune in communes]


@pytest.mark.parametrize("asked", ["", "\x00", "'\"(){}[]", "é" * 5000, "zzzz", "()", "(("])
def test_strange_questions_get_an_empty_answer(editor_client, asked):
    response = editor_client.get(ADDRESS, {"q": asked})
    assert response.status_code == 200
    assert response.json() == {"communes": []}


def test_the_question_may_be_missing(editor_client):
    assert editor_client.get(ADDRESS).json() == {"communes": []}


def test_only_reading_is_allowed(editor_client):
    assert editor_client.post(ADDRESS).status_code == 405
