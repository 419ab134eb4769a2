"""What keeps machines out, and what hostile input does: nothing, and never an error page."""

import datetime

import pytest
from django.test import RequestFactory

from initiatives.door import guard, limits
from initiatives.door.forms import EXPIRED, TOO_QUICK, TRAPPED
from initiatives.door.models import ErrorReport, Proposal
from tests.initiatives.door.conftest import PROPOSAL, PROPOSE, token

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def refused(response, reason):
    text = response.content.decode()
    assert response.status_code == 200
    assert reason.replace(" :", "\xa0:").split("\xa0")[0] in text
    assert PROPOSAL["summary"] in text
    assert not Proposal.objects.exists()
    return text


@pytest.mark.parametrize(
    "given",
    ["", "forged", "a:b:c", "\x00", "é" * 500, "x" * 10_000],
    ids=["none", "text", "shape", "nul", "accents", "long"],
)
def test_a_forged_token_is_refused_and_everything_is_kept(propose, given):
    refused(propose(token=given), EXPIRED)


def test_an_expired_token_is_replaced_by_one_that_holds(propose):
    old = token(age=DAY + datetime.timedelta(minutes=1))
    text = refused(propose(token=old), EXPIRED)
    assert old not in text


def test_the_token_of_a_fiche_does_not_open_the_other_form(propose, fiche):
    refused(propose(token=token(f"fiche {fiche.uid}")), EXPIRED)


def test_a_token_replayed_with_other_words_is_counted_like_any_other(propose, monkeypatch):
    monkeypatch.setattr(limits, "MOST_FROM_A_NETWORK", 2)
    same = token()
    statuses = [propose(token=same, title=f"Titre {n}").status_code for n in range(4)]
    assert statuses == [302, 302, 429, 429]
    assert Proposal.objects.count() == 2


def test_a_form_filled_in_two_seconds_waits_and_keeps_its_age(propose):
    young = token(age=datetime.timedelta(seconds=1))
    text = refused(propose(token=young), TOO_QUICK)
    assert f'name="token" value="{young}"' in text


def test_the_trap_is_emptied_and_the_rest_kept(propose):
    text = refused(propose(subject="Achetez"), TRAPPED)
    assert "Achetez" not in text


def test_another_site_does_not_send_for_a_visitor(propose):
    text = refused(propose(headers={"origin": "https://piege.example"}), "Votre navigateur dit")
    assert 'name="token"' in text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://testserver"},
        {"referer": "http://testserver/signaler-une-initiative/"},
        {"origin": "http://127.0.0.1:8000"},
    ],
    ids=["neither", "origin", "referer", "public address"],
)
def test_this_site_sends(propose, headers):
    assert propose(headers=headers).status_code == 302


@pytest.mark.parametrize("origin", ["null", "http://[", "//", "http://testserver.piege.example"])
def test_an_origin_that_is_not_ours_is_refused(propose, origin):
    refused(propose(headers={"origin": origin}), "Votre navigateur dit")


def test_a_session_is_not_needed_and_not_used(propose, client, editor):
    client.force_login(editor)
    assert propose().status_code == 302


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "a\x00b"),
        ("summary", "x" * 1_000_000),
        ("summary", "a" * 401),
        ("need", "é\u0301" * 3_000),
        ("details", "\u0301" * 60_000),
        ("email", "a@example.org\nBcc: b@example.org"),
        ("email", "a@example.org, b@example.org"),
        ("email", '"\x0b"@example.org'),
        ("website", "javascript:alert(1)"),
        ("website", "ftp://exemple.fr/"),
        ("website", "http://[::"),
        ("title", "\u202e\u2066\u200b"),
        ("commune", "x" * 121),
    ],
)
def test_hostile_fields_break_nothing(propose, field, value):
    response = propose(**{field: value})
    assert response.status_code in {200, 302, 413}
    stored = Proposal.objects.first()
    if stored is not None:
        assert "\x00" not in getattr(stored, field, "")


@pytest.mark.parametrize("field", ["email", "website", "summary"])
def test_what_must_never_pass_does_not(propose, field):
    bad = {
        "email": "a@example.org\r\nBcc: b@example.org",
        "website": "javascript:alert(1)",
        "summary": "x" * 401,
    }
    propose(**{field: bad[field]})
    assert not Proposal.objects.exists()


def test_what_hides_is_taken_out_and_accents_are_composed(propose):
    propose(title="La\u202ecre\u0300che\u200b\x07 de l’aube", name="Zoe\u0308\nBcc: x")
    proposal = Proposal.objects.get()
    assert proposal.title == "Lacrèche de l’aube"
    assert proposal.sender.name == "Zoë Bcc: x"


def test_a_request_larger_than_the_form_is_refused_before_it_is_read(client, form_page):
    body = "summary=" + "x" * 300_000
    response = client.post(PROPOSE, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 413
    assert "trop volumineux" in response.content.decode()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%ED%A0%80=%ED%A0%80&title=%ED%A0%80", "application/x-www-form-urlencoded"),
        (b"\xff\xfe", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"{}", "application/json"),
        (b"a&" * 20_000, "application/x-www-form-urlencoded"),
        (
            b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n\\ud800\r\n--x--\r\n',
            "multipart/form-data; boundary=x; charset=unicode_escape",
        ),
    ],
    ids=["surrogates", "utf-16", "multipart", "json", "many fields", "escaped surrogate"],
)
def test_a_strange_body_is_no_server_error(client, form_page, body, kind):
    response = client.generic("POST", PROPOSE, body, content_type=kind)
    assert response.status_code in {200, 400}


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(client, form_page, method):
    assert getattr(client, method)(PROPOSE).status_code == 405


def network(settings, address, forwarded=None, *, proxy=False):
    settings.HUB_BEHIND_PROXY = proxy
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return limits.network_of(RequestFactory().post("/", REMOTE_ADDR=address, **headers))


def test_a_network_is_what_an_address_begins_with(settings):
    assert network(settings, "203.0.113.77") == "203.0.113.0/24"
    assert network(settings, "2001:db8:1:2::3") == "2001:db8:1::/48"
    assert network(settings, "::ffff:203.0.113.77") == "203.0.113.0/24"
    assert network(settings, "") == ""


def test_only_the_last_address_that_our_own_proxy_wrote_is_believed(settings):
    forged = "198.51.100.1, 203.0.113.77"
    assert network(settings, "127.0.0.1", forged) == "127.0.0.0/24"
    assert network(settings, "127.0.0.1", forged, proxy=True) == "203.0.113.0/24"
    assert network(settings, "127.0.0.1", "rubbish", proxy=True) == ""


def test_too_many_from_one_network_wait_and_lose_nothing(propose, monkeypatch):
    monkeypatch.setattr(limits, "MOST_FROM_A_NETWORK", 1)
    propose()
    response = propose(summary="Un second texte.")
    assert response.status_code == 429
    assert response["Retry-After"] == "3600"
    assert "Un second texte." in response.content.decode()


def test_nobody_is_flooded_with_receipts(propose, monkeypatch):
    monkeypatch.setattr(limits, "MOST_TO_A_RECIPIENT", 1)
    propose()
    assert propose(title="Autre", email=PROPOSAL["email"].upper()).status_code == 429
    assert propose(title="Autre", email="autre@example.org").status_code == 302


def test_no_address_is_kept_in_the_cache(propose, monkeypatch):
    kept = []
    monkeypatch.setattr(limits.cache, "add", lambda key, *a, **k: kept.append(key))
    propose(headers={})
    assert kept
    assert not [key for key in kept if "127.0.0" in key or "dominique" in key]


def test_a_full_cache_lets_people_through(propose, monkeypatch):
    def gone(key):
        raise ValueError(key)

    monkeypatch.setattr(limits.cache, "incr", gone)
    assert propose().status_code == 302


def test_a_token_tells_its_age():
    read = guard.read_token(token(age=datetime.timedelta(hours=2)), "initiative")
    assert datetime.timedelta(hours=1) < read.age < datetime.timedelta(hours=3)


def test_a_report_takes_no_hostile_input_either(report):
    assert report(kind="autre").status_code == 200
    assert report(message="\x00").status_code == 200
    assert report(message="x" * 3_001).status_code == 200
    assert not ErrorReport.objects.exists()
