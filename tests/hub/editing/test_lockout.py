"""Too many wrong passwords lock the log-in for a while, and tell nothing about accounts."""

import datetime
import re
from io import StringIO

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from hub.content.freshness.watched import is_watched

pytestmark = pytest.mark.django_db
PASSWORD = "un mot de passe bien long"
LIMIT = 5


@pytest.fixture
def camille(home):
    return get_user_model().objects.create_superuser("camille", "c@example.org", PASSWORD)


def sign_in(client, name="camille", password="faux", **headers):
    given = {"username": name, "password": password}
    return client.post(reverse("wagtailadmin_login"), given, **headers)


def fail(client, times=LIMIT, **what):
    return [sign_in(client, **what).status_code for _ in range(times)]


def test_the_fifth_wrong_password_locks_and_the_right_one_no_longer_opens(client, camille):
    assert fail(client) == [200] * (LIMIT - 1) + [429]
    response = sign_in(client, password=PASSWORD)
    html = response.content.decode()
    assert response.status_code == 429
    assert "Trop d’essais ont échoué" in html
    assert "Attendez 15 minutes" in html
    assert response["Retry-After"] == "900"
    assert client.get("/admin/").status_code == 302


def test_the_right_password_opens_and_forgets_the_wrong_ones(client, camille):
    fail(client, LIMIT - 1)
    assert sign_in(client, password=PASSWORD).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_the_wait_ends_by_itself_and_more_attempts_do_not_prolong_it(client, camille):
    fail(client, LIMIT + 20)
    assert AccessAttempt.objects.get().failures_since_start == LIMIT
    past = timezone.now() - datetime.timedelta(minutes=15, seconds=1)
    AccessAttempt.objects.update(attempt_time=past)
    assert sign_in(client, password=PASSWORD).status_code == 302


def test_a_colleague_elsewhere_and_another_account_here_still_sign_in(client, camille):
    fail(client)
    get_user_model().objects.create_superuser("dominique", "d@example.org", PASSWORD)
    assert sign_in(client, "dominique", PASSWORD).status_code == 302
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert sign_in(elsewhere, password=PASSWORD).status_code == 302


@pytest.mark.parametrize("variant", ["CAMILLE", " camille", "Camille", "ｃamille"])
def test_another_way_of_writing_the_name_is_no_way_around(client, camille, variant):
    fail(client, LIMIT - 1, name=variant)
    assert fail(client, 1) == [429]


def test_another_browser_is_no_way_around(client, camille):
    for number in range(LIMIT - 1):
        sign_in(client, headers={"user-agent": f"Navigateur {number}"})
    assert fail(client, 1) == [429]


def test_nothing_tells_whether_an_account_exists(client, camille):
    def answers(name):
        pages = [sign_in(Client(), name) for _ in range(LIMIT + 1)]
        texts = [page.content.decode().replace(name, "x") for page in pages]
        return [
            (page.status_code, re.sub(r"[A-Za-z0-9]{64}", "", text))
            for page, text in zip(pages, texts, strict=True)
        ]

    assert answers("camille") == answers("inconnue42")


@pytest.mark.parametrize("name", ["", "\0", "é" * 254, "x" * 5000, "'; drop--", "a\r\nb"])
def test_no_name_breaks_the_page(client, camille, name):
    assert set(fail(client, LIMIT + 1, name=name)) <= {200, 429}


def test_the_password_is_reset_while_the_log_in_is_locked(client, camille):
    fail(client)
    response = client.post(reverse("wagtailadmin_password_reset"), {"email": "c@example.org"})
    assert response.status_code == 302
    assert len(mail.outbox) == 1
    link = next(word for word in mail.outbox[0].body.split() if "/password_reset/" in word)
    form = client.get(link, follow=True)
    new = "un autre mot de passe"
    done = client.post(form.redirect_chain[-1][0], {"new_password1": new, "new_password2": new})
    assert done.status_code == 302
    assert sign_in(client, password=new).status_code == 429
    call_command("unlock", "camille", stdout=StringIO())
    assert sign_in(client, password=new).status_code == 302


def test_the_reset_of_a_password_tells_nothing_about_addresses_either(client, camille):
    known, unknown = (
        client.post(reverse("wagtailadmin_password_reset"), {"email": email})
        for email in ("c@example.org", "personne@example.org")
    )
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(mail.outbox) == 1


def test_an_administrator_unlocks_an_account(client, camille):
    fail(client, name="CAMILLE")
    said = StringIO()
    call_command("unlock", "Camille", stdout=said)
    call_command("unlock", "Camille", stdout=said)
    assert said.getvalue().splitlines() == [
        "« Camille » peut se connecter de nouveau.",
        "« Camille » n’est pas verrouillé : aucun essai n’est retenu.",
    ]
    assert sign_in(client, password=PASSWORD).status_code == 302


def test_no_address_and_no_secret_is_kept_and_the_rest_goes_with_the_next_sign_in(camille):
    visitor = Client(REMOTE_ADDR="198.51.100.7")
    sign_in(visitor, password="mon secret")
    row = str(AccessAttempt.objects.values().get())
    assert "198.51.100.7" not in row
    assert "mon secret" not in row
    AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(minutes=16))
    assert sign_in(Client(REMOTE_ADDR="198.51.100.8"), password=PASSWORD).status_code == 302
    assert not AccessAttempt.objects.exists()
    assert not AccessLog.objects.exists()


def test_two_addresses_of_one_ipv6_network_are_one_visitor(camille):
    for last in range(LIMIT - 1):
        sign_in(Client(REMOTE_ADDR=f"2001:db8::{last + 1}"))
    assert fail(Client(REMOTE_ADDR="2001:db8::ff"), 1) == [429]
    assert fail(Client(REMOTE_ADDR="2001:db8:1::1"), 1) == [200]


def test_behind_our_proxy_the_visitor_is_whom_the_proxy_names(camille, settings):
    settings.HUB_BEHIND_PROXY = True
    for number in range(LIMIT - 1):
        forged = f"10.0.0.{number}, 198.51.100.7"
        sign_in(Client(), headers={"x-forwarded-for": forged})
    assert fail(Client(), 1, headers={"x-forwarded-for": "198.51.100.8"}) == [200]
    assert fail(Client(), 1, headers={"x-forwarded-for": "198.51.100.7"}) == [429]


def test_without_a_proxy_a_forged_header_is_no_way_around(camille):
    for number in range(LIMIT - 1):
        sign_in(Client(), headers={"x-forwarded-for": f"198.51.100.{number}"})
    assert fail(Client(), 1) == [429]


def test_a_failed_sign_in_sends_no_visitor_a_page_again(camille):
    assert not is_watched(AccessAttempt)


def test_counting_costs_few_questions(client, camille):
    with CaptureQueriesContext(connection) as asked:
        sign_in(client)
    of_axes = [query["sql"] for query in asked if "axes_" in query["sql"]]
    assert len(of_axes) <= 8, "\n".join(of_axes)
