"""An initiative is signalled: what a visitor sees, what is kept, what is refused."""

import re

import pytest
from django.core import mail

from initiatives.door.models import Letter, LetterState, Proposal, Sender
from tests import factories
from tests.initiatives.door.conftest import PROPOSAL, PROPOSE, token

pytestmark = pytest.mark.django_db


@pytest.fixture
def send_now(django_capture_on_commit_callbacks):
    """Run what is to happen once the transaction is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def text_of(response):
    return response.content.decode()


def test_the_form_is_on_its_page_and_sets_no_cookie(client, form_page):
    response = client.get(form_page.url)
    assert f'action="{PROPOSE}"' in text_of(response)
    assert response.cookies == {}
    assert response["Cache-Control"] == "private, no-cache"
    assert not response.has_header("ETag")


def test_two_visitors_never_have_the_same_token(client, form_page):
    tokens = {
        re.search(r'name="token" value="([^"]+)"', text_of(client.get(form_page.url)))[1]
        for _ in range(2)
    }
    assert len(tokens) == 2


def test_a_proposal_is_kept_with_who_sent_it_and_a_receipt_is_sent(propose, client, send_now):
    with send_now():
        response = propose()
    proposal = Proposal.objects.get()
    assert response.status_code == 302
    assert response["Location"] == proposal.receipt_url
    assert proposal.title == PROPOSAL["title"]
    assert proposal.website == "https://www.exemple.fr"
    assert (proposal.sender.name, proposal.sender.email) == (PROPOSAL["name"], PROPOSAL["email"])
    assert re.fullmatch(r"RN-20\d\d-\d{4,}", proposal.reference)
    [letter] = mail.outbox
    assert letter.to == [PROPOSAL["email"]]
    assert proposal.reference in letter.subject
    assert letter.extra_headers["Auto-Submitted"] == "auto-replied"
    assert Letter.objects.get().state == LetterState.SENT


def test_the_receipt_repeats_nothing_that_was_typed(propose, send_now):
    """Else the form would send anybody's words to anybody's address."""
    with send_now():
        propose(title="Cliquez sur http://piege.example", name="http://piege.example")
    [letter] = mail.outbox
    assert "piege" not in letter.subject + letter.body


def test_the_receipt_page_says_the_reference_and_nobody_personal(propose, client):
    page = client.get(propose()["Location"])
    assert Proposal.objects.get().reference in text_of(page)
    assert PROPOSAL["email"] not in text_of(page)
    assert PROPOSAL["name"] not in text_of(page)
    assert page["X-Robots-Tag"] == "noindex"
    assert page["Cache-Control"] == "private, no-store"
    assert page.cookies == {}


def test_a_receipt_is_not_found_by_counting(propose, client):
    propose()
    proposal = Proposal.objects.get()
    assert client.get(f"/signalements/{proposal.pk}/").status_code == 404
    assert client.get(f"/signalements/{proposal.reference}/").status_code == 404


def test_who_sent_it_is_nowhere_but_in_their_own_table(propose):
    propose()
    proposal = Proposal.objects.get()
    said = " ".join(str(getattr(proposal, field.name)) for field in Proposal._meta.fields[4:])
    assert PROPOSAL["email"] not in said.replace(str(proposal.sender), "")


def test_errors_are_grouped_at_the_top_and_everything_typed_is_kept(propose):
    response = propose(commune="", email="pas une adresse", details="Un texte <b>long</b>.")
    text = text_of(response)
    assert response.status_code == 200
    assert "<title>Erreur – Signaler une initiative" in text
    summary = text.split('class="error-summary"')[1].split("</div>")[0]
    assert re.findall(r'href="#(\w+)"', summary) == ["id_commune", "id_email"]
    assert 'id="id_commune_error"' in text
    assert "Un texte &lt;b&gt;long&lt;/b&gt;." in text
    assert 'value="pas une adresse"' in text
    assert PROPOSAL["summary"] in text
    assert not Proposal.objects.exists()
    assert not Sender.objects.exists()


def test_without_agreement_nothing_is_kept(propose):
    assert "sans votre accord" in text_of(propose(consent=""))
    assert not Sender.objects.exists()


def test_a_double_click_makes_one_proposal_and_one_letter(propose, send_now):
    same = token()
    with send_now():
        first = propose(token=same)
        second = propose(token=same)
    assert first["Location"] == second["Location"]
    assert Proposal.objects.count() == Sender.objects.count() == len(mail.outbox) == 1


def test_another_initiative_from_the_same_form_is_another_proposal(propose):
    """After « back », the browser shows the old form: what is typed into it is not lost."""
    same = token()
    propose(token=same)
    propose(token=same, title="Une autre idée")
    assert Proposal.objects.count() == 2


def test_the_other_half_of_a_double_click_finds_what_was_just_stored(propose, monkeypatch):
    same = token()
    first = propose(token=same)
    seen = []

    def blind_once(model, form):
        seen.append(form)
        return None if len(seen) == 1 else Proposal.objects.get()

    monkeypatch.setattr("initiatives.door.views.already_kept", blind_once)
    monkeypatch.setattr("initiatives.door.receiving.already_kept", blind_once)
    assert propose(token=same)["Location"] == first["Location"]
    assert Proposal.objects.count() == 1


def test_the_address_of_the_form_alone_leads_to_its_page(client, form_page):
    assert client.get(PROPOSE)["Location"] == form_page.url


def test_a_site_without_the_page_receives_nothing(client, home):
    assert client.post(PROPOSE, PROPOSAL).status_code == 404


def test_a_private_page_receives_nothing(propose, form_page):
    form_page.view_restrictions.create(restriction_type="login")
    assert propose().status_code == 404


def test_a_mail_server_that_fails_loses_nothing(propose, client, send_now, monkeypatch, caplog):
    def refuse(self, messages):
        raise ConnectionRefusedError(f"no relay for {PROPOSAL['email']}")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    with send_now():
        response = propose()
    assert Proposal.objects.count() == 1
    letter = Letter.objects.get()
    assert (letter.state, letter.failure) == (LetterState.FAILED, "ConnectionRefusedError")
    assert list(Letter.objects.unsent()) == [letter]
    assert "n’a pas pu vous être envoyé" in text_of(client.get(response["Location"]))
    assert "could not be sent" in caplog.text
    assert PROPOSAL["email"] not in caplog.text


def test_writing_to_the_door_moves_no_page(propose, client, home):
    for _ in range(2):  # the first visit makes the settings of the site
        client.get("/")
    before = client.get("/")["ETag"]
    propose()
    assert client.get("/")["ETag"] == before


def test_the_answer_to_who_writes_goes_to_the_programme(propose, home, send_now):
    from hub.content.models import SiteIdentity

    SiteIdentity.objects.update_or_create(
        site=home.get_site(), defaults={"contact_email": "equipe@example.org"}
    )
    with send_now():
        propose()
    assert mail.outbox[0].reply_to == ["equipe@example.org"]


def test_receiving_asks_a_constant_number_of_questions(propose, django_assert_max_num_queries):
    for _ in range(5):
        factories.ProposalFactory()
    with django_assert_max_num_queries(22):
        propose()
