"""Rights of access and erasure of a person."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.log_actions import log

from initiatives.models import ContactPerson
from initiatives.people import mentions
from tests import factories

pytestmark = pytest.mark.django_db
DETAILS = ["Camille Parfaitement-Unique", "camille.unique@example.org", "03 00 00 00 77"]


@pytest.fixture
def person(home):
    name, email, phone = DETAILS
    person = factories.ContactPersonFactory(name=name, email=email, phone=phone)
    log(person, "wagtail.create")
    fiche = factories.InitiativePageFactory(contact=person, body=[("contact", person)])
    fiche.save_revision().publish()
    return person


def dump_of_the_database():
    """Return every row of every table as text, without going through the models."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [f"{table} {row!r}" for row in cursor.fetchall()]
    return rows


def test_a_person_is_known_in_their_own_row_and_in_the_log_only(person):
    found = {row.split()[0] for row in dump_of_the_database() if DETAILS[0] in row}
    assert found == {"initiatives_contactperson", "wagtailcore_modellogentry"}


def test_an_export_holds_the_row_its_uses_and_the_log(person):
    out = StringIO()
    call_command("person", "export", "camille.unique@example.org", stdout=out)
    [exported] = json.loads(out.getvalue())
    assert exported["personne"]["phone"] == "03 00 00 00 77"
    assert len(exported["journal"]) == 1
    assert exported["utilisee_par"]


def test_an_erased_person_is_nowhere_in_a_dump_of_the_database(person):
    call_command("person", "erase", DETAILS[0], "--yes", stdout=StringIO())
    left = [row for row in dump_of_the_database() for detail in DETAILS if detail in row]
    assert left == []


def test_the_pages_of_an_erased_person_still_answer(client, person):
    call_command("person", "erase", str(person.uid), "--yes", stdout=StringIO())
    page = factories.InitiativePageFactory._meta.model.objects.get()
    response = client.get(page.url)
    assert response.status_code == 200
    assert "Camille" not in response.content.decode()


def test_a_name_typed_into_a_text_is_reported_with_its_place(person):
    factories.StandardPageFactory(summary=f"Écrivez à {DETAILS[0]}.")
    with pytest.raises(CommandError, match="reste écrite à"):
        call_command("person", "erase", DETAILS[0], "--yes", stdout=StringIO(), stderr=StringIO())
    assert not ContactPerson.objects.exists()
    assert [mention.column for mention in mentions([DETAILS[0]])] == ["summary"]


def test_a_person_nobody_knows_is_said_so(db):
    with pytest.raises(CommandError, match="Personne ne correspond"):
        call_command("person", "export", "inconnue")


def test_nothing_is_erased_without_a_yes(person, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt: "non")
    with pytest.raises(CommandError, match="Rien n’a été effacé"):
        call_command("person", "erase", DETAILS[0])
    assert ContactPerson.objects.count() == 1
