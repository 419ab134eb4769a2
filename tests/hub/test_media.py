"""Images are served, documents are left to the view that checks who may read them."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_an_image_is_served_inert_and_for_a_year(client, home):
    response = client.get(factories.ImageFactory().file.url)
    assert response.status_code == 200
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert "immutable" in response["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    ["", "documents/secret.pdf", "../hub.sqlite3", "images/../../secret_key", "images/absente.png"],
)
def test_anything_else_is_not_found(client, home, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_a_document_is_not_reached_by_its_file(client, home):
    assert client.get(factories.DocumentFactory().file.url).status_code == 404


def test_a_document_is_read_at_its_own_address(client, home):
    response = client.get(factories.DocumentFactory().url)
    assert b"".join(response.streaming_content) == b"Bonjour"
