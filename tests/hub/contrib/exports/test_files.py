"""Initiatives as files: CSV, workbook, Table Schema."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from initiatives.imports.columns import COLUMNS
from initiatives.imports.service import import_initiatives
from initiatives.models import InitiativePage, Scheme
from tests.factories import InitiativeIndexPageFactory, InitiativePageFactory, TermFactory
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db
NAMES = [column.name for column in COLUMNS]


@pytest.fixture
def index(home, search_index):
    """The list of fiches, and what takes them in."""
    return InitiativeIndexPageFactory(title="Initiatives")


@pytest.fixture
def terms():
    """A term of each dimension, and a theme."""
    return [
        TermFactory(scheme=scheme) for scheme in (Scheme.CENTRED_ON, Scheme.LINKED_TO, Scheme.THEME)
    ]


@pytest.fixture
def fiche(index, terms, search_index):
    """A fiche whose title a spreadsheet would run."""
    made = InitiativePageFactory(title="=1+1; « crèche »", commune_code="39198", terms=terms)
    search_index()
    return made


def body(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content)


def rows(client, address="/initiatives.csv"):
    return list(csv.DictReader(io.StringIO(body(client, address).decode(), newline="")))


def test_a_csv_file_has_a_row_for_each_result(client, fiche):
    response = client.get("/initiatives.csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response.headers["Content-Disposition"] == 'inline; filename="initiatives.csv"'
    [row] = rows(client)
    assert list(row) == NAMES
    assert row["titre"] == "'=1+1; « crèche »"
    assert row["commune_nom"] == "Dole"
    assert row["adresse_page"] == fiche.full_url


def test_a_mark_of_the_encoding_is_added_on_demand(client, fiche):
    assert body(client, "/initiatives.csv?bom=1").startswith(b"\xef\xbb\xbfcle,titre,")
    assert body(client, "/initiatives.csv").startswith(b"cle,titre,")


def test_the_file_of_a_search_without_result_has_its_header(client, fiche):
    assert body(client, "/initiatives.csv?q=xylophone").decode().split("\r\n")[1:] == [""]


def test_an_exported_file_imported_again_changes_nothing(client, fiche, index):
    before = InitiativePage.objects.get(pk=fiche.pk).latest_revision_id
    exported = io.StringIO(body(client, "/initiatives.csv?bom=1").decode(), newline="")
    report = import_initiatives(exported, parent=index)
    assert report.refused == []
    assert list(report.unchanged.values()) == [fiche.pk]
    assert InitiativePage.objects.get(pk=fiche.pk).latest_revision_id == before


@pytest.mark.parametrize("hiding", HIDINGS)
def test_what_is_hidden_since_the_index_was_written_is_in_no_file(client, fiche, hiding):
    HIDINGS[hiding](fiche)
    assert rows(client, "/carte.csv") == []


def test_a_draft_of_a_published_fiche_shows_in_no_cell(client, fiche):
    [before] = rows(client)
    fiche.title, fiche.summary = "Secret", "Secret"
    fiche.save_revision()
    assert rows(client) == [before]


def test_a_workbook_holds_texts_and_says_where_it_comes_from(client, fiche):
    book = load_workbook(io.BytesIO(body(client, "/initiatives.xlsx?q=crèche")))
    names, cells = book["Initiatives"].iter_rows()
    read = dict(zip([cell.value for cell in names], cells, strict=True))
    assert list(read) == NAMES
    assert (read["titre"].value, read["titre"].data_type) == ("'=1+1; « crèche »", "s")
    assert read["site_web"].value is None
    about = dict(book["À propos"].iter_rows(values_only=True))
    assert about["Adresse"] == "http://localhost/initiatives/?q=cr%C3%A8che"
    assert about["Initiatives trouvées"] == "1"


def test_the_schema_describes_the_columns_of_the_file(client, fiche):
    schema = json.loads(body(client, "/initiatives.schema.json"))
    assert [field["name"] for field in schema["fields"]] == NAMES
    assert schema["title"] == "Initiatives"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_as_many_questions_for_many_fiches_as_for_two(client, fiche, terms, search_index, suffix):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            body(client, f"/initiatives.{suffix}")
        return len(queries)

    InitiativePageFactory(terms=terms)
    search_index()
    asked()
    few = asked()
    for _ in range(5):
        InitiativePageFactory(terms=terms, commune_code="25241")
    search_index()
    asked()
    assert asked() == few
