"""The files of a list, read by programs that are not ours."""

import io
import json

import pytest
from frictionless import Resource, Schema, system
from geojson_pydantic import FeatureCollection
from openpyxl import load_workbook

from initiatives.models import Scheme
from tests.factories import InitiativeIndexPageFactory, InitiativePageFactory, TermFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def fiches(home, search_index):
    """A fiche with all that a row holds, and one without place."""
    InitiativeIndexPageFactory(title="Initiatives")
    terms = [TermFactory(scheme=one) for one in (Scheme.CENTRED_ON, Scheme.LINKED_TO, Scheme.THEME)]
    made = [
        InitiativePageFactory(
            title="=1+1; « crèche »\nici", commune_code="39198", headcount=12, terms=terms
        ),
        InitiativePageFactory(title="Ailleurs", commune_code=""),
    ]
    search_index()
    return made


def body(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content)


def test_geojson_is_what_rfc_7946_says(client, fiches):
    found = FeatureCollection.model_validate_json(body(client, "/initiatives.geojson"))
    assert {str(one.id) for one in found.features} == {str(one.uid) for one in fiches}
    placed = [one.geometry for one in found.features if one.geometry]
    assert [one.coordinates.longitude for one in placed] == [float(fiches[0].longitude)]


def test_the_rows_of_the_csv_are_those_that_its_table_schema_describes(client, fiches):
    schema = Schema.from_descriptor(json.loads(body(client, "/initiatives.schema.json")))
    with system.use_context(trusted=True):
        table = Resource(data=body(client, "/initiatives.csv"), format="csv", schema=schema)
        report = table.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    assert report.tasks[0].stats["rows"] == len(fiches)


def test_the_workbook_opens_with_as_many_rows(client, fiches):
    book = load_workbook(io.BytesIO(body(client, "/initiatives.xlsx")), read_only=True)
    assert len(list(book["Initiatives"].iter_rows())) == 1 + len(fiches)
