"""The schemas of the API have addresses, and are what they say."""

import pytest
from jsonschema import Draft202012Validator

from hub.content.api.streams import SCHEMA_VERSION
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def test_each_schema_is_at_its_address(client, home):
    items = client.get("/api/v1/schemas").json()["items"]
    assert [one["name"] for one in items] == ["openapi", "blocks"]
    for one in items:
        response = client.get(one["url"].removeprefix("http://localhost"))
        assert response.status_code == 200
        assert response.headers["Content-Type"].startswith(one["media_type"])


def test_the_schema_of_blocks_describes_the_blocks_of_a_page(client, home):
    schema = client.get("/api/v1/schemas/blocks").json()
    assert schema["$id"].endswith("/api/v1/schemas/blocks")
    assert schema["version"] == SCHEMA_VERSION
    page = StandardPageFactory(body=[{"type": "lead", "value": "Bonjour"}])
    body = client.get(f"/api/v1/pages/{page.uid}").json()["body"]
    assert body["version"] == SCHEMA_VERSION
    assert body["html"] == "<p>Bonjour</p>"
    for block in body["blocks"]:
        Draft202012Validator(schema).validate(block)
