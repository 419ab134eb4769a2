"""Nothing is kept longer than was promised, nor after somebody asks."""

import datetime
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from wagtail.log_actions import log

from hub.content.text import NBSP
from initiatives.door.deciding import accept
from initiatives.door.models import ErrorReport, Letter, LetterKind, Proposal, Sender
from initiatives.door.retention import forget_old
from initiatives.models import InitiativePage
from tests import factories

pytestmark = pytest.mark.django_db
NAME, EMAIL = "Dominique Tout-à-Fait-Unique", "unique@example.org"


def received_on(made, day):
    moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    type(made).objects.filter(pk=made.pk).update(received_at=moment)
    Sender.objects.filter(pk=made.sender_id).update(consent_given_at=moment)


def everything():
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [f"{table} {row!r}" for row in cursor.fetchall()]
    return rows


def letter_to(sender):
    return Letter.objects.create(
        sender=sender, kind=LetterKind.ANSWER, subject="Réponse", body=f"Bonjour {sender.name},"
    )


def test_what_is_twelve_months_old_goes_and_the_rest_stays(home):
    today = datetime.date(2026, 11, 27)
    for factory in (factories.ProposalFactory, factories.ErrorReportFactory):
        received_on(factory(), datetime.date(2025, 11, 26))
        received_on(factory(), datetime.date(2025, 11, 27))
    assert forget_old(today) == 2
    assert Proposal.objects.count() == ErrorReport.objects.count() == 1
    assert Sender.objects.count() == 2


def test_nothing_personal_is_left_and_the_fiche_stays(home, editor):
    sender = factories.SenderFactory(name=NAME, email=EMAIL)
    proposal = factories.ProposalFactory(sender=sender, details="Contact : " + EMAIL)
    letter_to(sender)
    accepted = factories.ProposalFactory(sender=factories.SenderFactory(name=NAME))
    accept(accepted, factories.InitiativeIndexPageFactory(), editor)
    for one in (proposal, accepted):
        received_on(one, datetime.date(2020, 1, 1))
    assert forget_old() == 2
    assert [row for row in everything() if NAME in row or EMAIL in row] == []
    assert InitiativePage.objects.count() == 1


def test_the_log_of_what_staff_deleted_goes_too(home, editor):
    proposal = factories.ProposalFactory(title=NAME)
    log(proposal, "wagtail.delete", deleted=True)
    proposal.delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_modellogentry SET timestamp = '2020-01-01 00:00:00'")
    forget_old()
    assert [row for row in everything() if NAME in row] == []


def test_a_deletion_by_hand_takes_the_sender_along(home):
    proposal = factories.ProposalFactory()
    letter_to(proposal.sender)
    proposal.delete()
    assert not Sender.objects.exists()
    assert not Letter.objects.exists()


def test_the_command_says_how_many(home):
    received_on(factories.ProposalFactory(), datetime.date(2020, 1, 1))
    out = StringIO()
    call_command("forget_received", stdout=out)
    call_command("forget_received", stdout=out)
    assert out.getvalue() == f"1{NBSP}signalement effacé.\n"


def test_nothing_is_written_when_nothing_is_old(home, django_assert_num_queries):
    factories.ProposalFactory()
    with django_assert_num_queries(3):
        forget_old()


def test_a_person_is_exported_and_erased_while_what_they_signalled_stays(home):
    sender = factories.SenderFactory(name=NAME, email=EMAIL)
    proposal = factories.ProposalFactory(sender=sender)
    letter_to(sender)
    out = StringIO()
    call_command("person", "export", EMAIL, stdout=out)
    [exported] = json.loads(out.getvalue())
    assert exported["personne"]["name"] == NAME
    assert exported["envoi"]["reference"] == proposal.reference
    assert exported["courriels"][0]["texte"] == f"Bonjour {NAME},"
    call_command("person", "erase", EMAIL.upper(), "--yes", stdout=StringIO())
    assert [row for row in everything() if NAME in row or EMAIL in row] == []
    assert Proposal.objects.get().sender is None


def test_a_name_that_was_typed_into_a_message_is_reported(home):
    sender = factories.SenderFactory(name=NAME)
    factories.ErrorReportFactory(sender=sender, message=f"Je suis {NAME}.")
    with pytest.raises(CommandError, match=f"reste écrite à 1{NBSP}endroit"):
        call_command("person", "erase", NAME, "--yes", stdout=StringIO(), stderr=StringIO())


def test_one_person_known_twice_is_erased_twice(home):
    factories.ContactPersonFactory(name=NAME, email=EMAIL, phone="")
    factories.ProposalFactory(sender=factories.SenderFactory(name=NAME, email=EMAIL))
    call_command("person", "erase", NAME, "--yes", stdout=StringIO())
    assert [row for row in everything() if NAME in row] == []
