"""The screens of staff: who sees what, and what a click does."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from hub.editing.trash.keeping import restore, throw_away
from hub.editing.trash.models import TrashedPage
from initiatives.door.letters import write_receipt
from initiatives.door.models import Letter, LetterState, Proposal, Sender
from initiatives.models import InitiativePage
from tests import factories

pytestmark = pytest.mark.django_db
LISTS = [
    "demandes-de-retrait",
    "initiatives-signalees",
    "erreurs-signalees",
    "courriels-non-partis",
]


@pytest.fixture
def proposal(home):
    factories.InitiativeIndexPageFactory()
    return factories.ProposalFactory()


@pytest.fixture
def report(home):
    return factories.ErrorReportFactory(kind="retrait")


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def sign_in(client, django_user_model):
    """Sign in somebody of a role, or with only the rights given."""

    def sign(*rights, role=None):
        user = django_user_model.objects.create_user("camille", "c@example.org", "x" * 12)
        group = Group.objects.get(name=role) if role else Group.objects.create(name="Essai")
        for right in ("access_admin", *rights):
            group.permissions.add(Permission.objects.get(codename=right))
        user.groups.add(group)
        client.force_login(user)
        return client

    return sign


def addresses(proposal, report):
    """Every address, with its method."""
    key, other = proposal.pk, report.pk
    return {
        "list": ("get", reverse("door_proposals:index")),
        "results": ("get", reverse("door_proposals:index_results")),
        "detail": ("get", reverse("door_proposals:inspect", args=[key])),
        "decline form": ("get", reverse("door_proposals:decline", args=[key])),
        "decline": ("post", reverse("door_proposals:decline", args=[key])),
        "accept": ("post", reverse("door_proposals:accept", args=[key])),
        "resend": ("post", reverse("door_proposals:resend", args=[key])),
        "erase": ("post", reverse("door_proposals:erase", args=[key])),
        "delete": ("post", reverse("door_proposals:delete", args=[key])),
        "reports": ("get", reverse("door_reports:index")),
        "report": ("get", reverse("door_reports:inspect", args=[other])),
        "treat": ("post", reverse("door_reports:treat", args=[other])),
        "delete report": ("post", reverse("door_reports:delete", args=[other])),
    }


READS = {"list", "results", "detail", "reports", "report"}
DECIDES = READS | {"decline form", "decline", "accept", "resend", "treat"}
DELETES = DECIDES | {"erase", "delete", "delete report"}
MATRIX = {"Contribution": set(), "Rédaction": DECIDES, "Modération": DELETES,
          "Administration": DELETES}  # fmt: skip


def is_let_in(client, method, address):
    response = getattr(client, method)(address)
    home = reverse("wagtailadmin_home")
    refused = response.status_code == 403 or response.headers.get("Location") == home
    assert response.status_code in {200, 302, 403}
    return not refused


@pytest.mark.parametrize("role", MATRIX)
@pytest.mark.parametrize("what", sorted(DELETES))
def test_each_role_does_what_it_may_and_nothing_else(sign_in, proposal, report, role, what):
    client = sign_in(role=role)
    method, address = addresses(proposal, report)[what]
    assert is_let_in(client, method, address) is (what in MATRIX[role])


@pytest.mark.parametrize("what", sorted(DELETES))
def test_nobody_gets_in_without_signing_in(client, proposal, report, what):
    method, address = addresses(proposal, report)[what]
    response = getattr(client, method)(address)
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]
    assert Proposal.objects.get().state == "nouveau"


def test_who_may_not_know_who_sent_it_reads_the_rest(sign_in, proposal):
    client = sign_in("view_proposal")
    text = client.get(reverse("door_proposals:inspect", args=[proposal.pk])).content.decode()
    assert proposal.title in text
    assert proposal.sender.email not in text
    assert proposal.sender.name not in text
    assert "Accepter et ouvrir" not in text


def test_a_reader_who_may_not_add_a_fiche_does_not_accept(sign_in, proposal):
    client = sign_in("view_proposal", "change_proposal")
    response = client.post(reverse("door_proposals:accept", args=[proposal.pk]))
    assert response.status_code in {302, 403}
    assert Proposal.objects.get().page is None


def test_accepting_opens_the_draft_and_a_second_click_the_same(admin, proposal):
    address = reverse("door_proposals:accept", args=[proposal.pk])
    first = admin.post(address)
    page = Proposal.objects.get().page
    assert first["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert admin.post(address)["Location"] == first["Location"]
    form = admin.get(first["Location"]).content.decode()
    assert proposal.need in form


def test_a_draft_in_the_bin_is_to_be_restored_and_no_other_is_made(admin, proposal):
    address = reverse("door_proposals:accept", args=[proposal.pk])
    admin.post(address)
    throw_away(Proposal.objects.get().page)
    answer = admin.post(address, follow=True)
    assert answer.redirect_chain == [(reverse("trash"), 302)]
    assert "est dans la corbeille : restaurez-la" in answer.content.decode()
    assert InitiativePage.objects.count() == 1
    restore(TrashedPage.objects.get())
    page = Proposal.objects.get().page
    assert admin.post(address)["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_what_was_declined_is_not_accepted(admin, proposal):
    Proposal.objects.update(state="refusee")
    admin.post(reverse("door_proposals:accept", args=[proposal.pk]))
    assert Proposal.objects.get().page is None


def test_a_get_decides_nothing(admin, proposal, report):
    for what, (method, address) in addresses(proposal, report).items():
        if method == "post" and what not in {"decline", "delete", "delete report"}:
            assert admin.get(address).status_code == 405
    assert Proposal.objects.get().state == "nouveau"


def test_the_letter_is_prefilled_shown_then_sent(
    admin, proposal, django_capture_on_commit_callbacks
):
    address = reverse("door_proposals:decline", args=[proposal.pk])
    assert proposal.title in admin.get(address).content.decode()
    letter = {"subject": "Réponse", "body": "Bonjour,\n\nMerci <b>encore</b>.", "note": ""}
    shown = admin.post(address, letter | {"preview": "1"}).content.decode()
    assert "Merci &lt;b&gt;encore&lt;/b&gt;." in shown.split('class="door-letter"')[1]
    assert Proposal.objects.get().state == "nouveau"
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(address, letter)
    assert mail.outbox[0].body == "Bonjour,\n\nMerci <b>encore</b>."
    assert Proposal.objects.get().state == "refusee"


def test_the_place_to_fill_in_is_not_sent(admin, proposal):
    address = reverse("door_proposals:decline", args=[proposal.pk])
    text = admin.get(address).content.decode()
    body = text.split('name="body"')[1].split(">", 1)[1].split("</textarea>")[0].strip()
    answer = admin.post(address, {"subject": "Réponse", "body": body.replace("&#x27;", "'")})
    assert "Remplacez" in answer.content.decode()
    assert Proposal.objects.get().state == "nouveau"


def test_declining_somebody_without_address_says_so(admin, home):
    proposal = factories.ProposalFactory(sender=None)
    address = reverse("door_proposals:decline", args=[proposal.pk])
    assert "personne ne sera prévenu" in admin.get(address).content.decode()
    admin.post(address, {"note": "doublon"})
    assert Proposal.objects.get().state == "refusee"


def test_a_report_is_treated_with_a_note(admin, report):
    address = reverse("door_reports:treat", args=[report.pk])
    admin.post(address, {"note": ""})
    report.refresh_from_db()
    assert report.state == "nouveau"
    admin.post(address, {"note": "Nom retiré."})
    report.refresh_from_db()
    assert (report.state, report.note) == ("traite", "Nom retiré.")


def test_a_letter_that_failed_is_sent_again(admin, proposal, django_capture_on_commit_callbacks):
    write_receipt(proposal)
    Letter.objects.update(state=LetterState.FAILED, failure="TimeoutError")
    detail = admin.get(reverse("door_proposals:inspect", args=[proposal.pk])).content.decode()
    assert "TimeoutError" in detail
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(reverse("door_proposals:resend", args=[proposal.pk]))
    assert len(mail.outbox) == 1
    assert Letter.objects.get().state == LetterState.SENT


def test_who_sent_it_is_erased_on_a_click(admin, proposal):
    admin.post(reverse("door_proposals:erase", args=[proposal.pk]))
    assert not Sender.objects.exists()
    assert Proposal.objects.get().sender is None


def test_deleting_says_what_goes_with_it(admin, proposal):
    address = reverse("door_proposals:delete", args=[proposal.pk])
    assert "coordonnées" in admin.get(address).content.decode()
    admin.post(address)
    assert not Proposal.objects.exists()
    assert not Sender.objects.exists()


def waiting(count):
    for _ in range(count):
        factories.ProposalFactory()
        factories.ErrorReportFactory()
        withdrawal = factories.ErrorReportFactory(kind="retrait")
        write_receipt(withdrawal)
    Letter.objects.update(state=LetterState.FAILED)


@pytest.mark.parametrize("slug", LISTS)
def test_what_waits_is_on_the_dashboard_with_its_way(admin, home, slug):
    waiting(2)
    panel = admin.get("/admin/").content.decode().split(f'id="a-faire-{slug}-section"')[1]
    assert "/admin/signalements/" in panel.split("</section>")[0]


def test_a_request_for_withdrawal_stands_out(admin, report):
    text = admin.get("/admin/").content.decode()
    before = text.split('id="a-faire-demandes-de-retrait-section"')[0]
    assert "dashboard-urgent" in before.rsplit("<section", 1)[1]


@pytest.mark.parametrize("slug", LISTS)
def test_a_list_asks_a_constant_number_of_questions(admin, home, slug, asked):
    address = reverse("dashboard_list", args=[slug])
    waiting(1)
    few = asked(address)
    waiting(9)
    assert asked(address) == few


@pytest.mark.parametrize("name", ["door_proposals:index", "door_reports:index"])
def test_the_lists_ask_a_constant_number_of_questions(admin, home, name, asked):
    waiting(1)
    few = asked(reverse(name))
    waiting(9)
    assert asked(reverse(name)) == few


@pytest.fixture
def asked(admin):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(address):
        admin.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(address).status_code == 200
        return len(queries)

    return count


def test_what_is_done_no_longer_waits(admin, proposal):
    Proposal.objects.update(state="acceptee", handled_at=timezone.now())
    assert "a-faire-initiatives-signalees" not in admin.get("/admin/").content.decode()
