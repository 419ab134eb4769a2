"""The spreadsheet of a list: what is filtered, in French, without a formula."""

import csv
import datetime
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from initiatives.models import VideoSubject
from tests import factories

pytestmark = pytest.mark.django_db
DANGEROUS = ["=1+1", "+1", "-1", "@SOMME(A1)", "\t=1", "\r=1"]


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def table(admin, name, export, **query):
    """Return the rows of a spreadsheet, headings included."""
    response = admin.get(reverse(f"listing_{name}:index"), {"export": export, **query})
    content = b"".join(response.streaming_content)
    if export == "csv":
        return list(csv.reader(io.StringIO(content.decode(), newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def fiche():
    found = factories.InitiativePageFactory(commune_code="25241", terms=[factories.TermFactory()])
    factories.PrizeResultFactory(initiative=found)
    factories.VerificationFactory(initiative=found)


def story():
    factories.LaureateStoryPageFactory()


def event():
    factories.EventPageFactory(
        commune_code="25241", kind=factories.TermFactory(scheme="type-evenement")
    )


def report():
    factories.EventReportPageFactory(parent=factories.EventPageFactory(commune_code="25241"))


def video():
    subject = factories.InitiativePageFactory()
    VideoSubject.objects.create(video=factories.VideoPageFactory(), page=subject)


MAKERS = {
    "fiches": fiche,
    "stories": story,
    "events": event,
    "reports": report,
    "videos": video,
    "publications": factories.PublicationPageFactory,
}


def test_a_fiche_is_exported_with_what_the_list_shows(admin):
    theme = factories.TermFactory(name="Dialogue")
    page = factories.InitiativePageFactory(
        title="Agrodoubs", commune_code="25241", year=2013, terms=[theme]
    )
    factories.PrizeResultFactory(initiative=page, year=2014)
    factories.VerificationFactory(initiative=page, verified_on=datetime.date(2024, 3, 1))
    headings, row = table(admin, "fiches", "csv")
    assert dict(zip(headings, row, strict=True)) == {
        "Titre": "Agrodoubs",
        "Commune": "Flagey",
        "Département": "Doubs",
        "Année": "2013",
        "Thème": "Dialogue",
        "Lauréate": "2014",
        "Vérifiée le": "2024-03-01",
        "État": "Publiée",
        "Dernière modification": "",
    }


@pytest.mark.parametrize("export", ["csv", "xlsx"])
@pytest.mark.parametrize("title", DANGEROUS)
def test_no_cell_begins_as_a_formula(admin, export, title):
    page = factories.InitiativePageFactory(title=title, terms=[factories.TermFactory(name="=2")])
    type(page).objects.filter(pk=page.pk).update(title=title, draft_title=title)
    _, row = table(admin, "fiches", export)
    assert row[0][0] == "'"
    assert row[4] == "'=2"
    texts = [cell for cell in row if isinstance(cell, str)]
    assert not any(text.startswith(("=", "+", "-", "@", "\t", "\r")) for text in texts)


def test_an_export_holds_the_filtered_list_and_all_of_its_pages(admin):
    for rank in range(55):
        factories.InitiativePageFactory(title=f"Doubs {rank}", commune_code="25241")
    factories.InitiativePageFactory(title="Dijon", commune_code="21231")
    rows = table(admin, "fiches", "xlsx", departement="25")
    assert len(rows) == 1 + 55


def test_dates_are_dates_in_a_workbook(admin):
    factories.VerificationFactory(verified_on=datetime.date(2024, 3, 1))
    headings, row = table(admin, "fiches", "xlsx")
    assert row[headings.index("Vérifiée le")] == datetime.date(2024, 3, 1)


@pytest.mark.parametrize("name", MAKERS)
def test_every_list_is_exported_with_french_headings(admin, name):
    MAKERS[name]()
    headings, row = table(admin, name, "csv")
    assert (headings[0], *headings[-2:]) == ("Titre", "État", "Dernière modification")
    assert len(row) == len(headings) == len(set(headings))


@pytest.mark.parametrize("export", ["", "csv", "xlsx"])
@pytest.mark.parametrize("name", MAKERS)
def test_queries_do_not_grow_with_the_rows(admin, name, export):
    def count():
        with CaptureQueriesContext(connection) as queries:
            answer = admin.get(reverse(f"listing_{name}:index"), {"export": export})
            if answer.streaming:
                list(answer.streaming_content)
        return len(queries)

    for _ in range(2):
        MAKERS[name]()
    count()  # what the process remembers
    few = count()
    for _ in range(8):
        MAKERS[name]()
    assert count() == few
