"""The log says what was asked, with which answer and how soon, and nothing of who asked."""

import json
import logging
import logging.config
from io import StringIO

import pytest
from django.core import mail
from django.db import IntegrityError
from django.urls import reverse

from hub.editing.sharing.models import PreviewLink
from hub.operating.logs import cleaned
from hub.operating.requests import shown_path
from hub.settings.logs import FORMATTERS, logging_configuration
from tests import factories
from tests.initiatives.door.conftest import PROPOSAL, PROPOSE, WITHDRAWAL, token

PERSON = (
    "Dominique",
    "dominique",
    "example.org",
    "203.0.113.7",
    "2001:db8::7",
    "jeudi",
    "brouillon",
)


@pytest.fixture(params=FORMATTERS)
def log(request, monkeypatch):
    """What the process writes, in each form."""
    monkeypatch.setenv("HUB_LOG", request.param)
    told = logging_configuration()
    output = StringIO()
    told["handlers"]["console"]["stream"] = output
    told["loggers"]["hub"]["handlers"] = []
    before = {name: (one.level, one.handlers[:], one.propagate) for name, one in known_loggers()}
    logging.config.dictConfig(told)
    yield output
    for name, one in known_loggers():
        if name in before:
            one.level, one.handlers[:], one.propagate = before[name]
    logging.getLogger().manager._clear_cache()


def known_loggers():
    listed = dict(logging.root.manager.loggerDict)
    found = [(name, one) for name, one in listed.items() if isinstance(one, logging.Logger)]
    return [("root", logging.getLogger()), *found]


def lines(log):
    return [line for line in log.getvalue().splitlines() if line]


def journey(client, editor):
    """What a person does, and what breaks under them."""
    fiche = factories.InitiativePageFactory(title="La semaine de jeudi", slug="semaine")
    factories.ProposalPageFactory()
    fiche.title = "Un brouillon"
    fiche.save_revision()
    _, secret = PreviewLink.make(fiche, editor, 7, "Dominique")
    client.get("/initiatives/?q=dominique+jeudi@example.org")
    client.get("/recherche/suggestions/?q=dominique")
    client.get("/dominique@example.org/")
    client.get("/dominique/brouillon/")
    client.get(f"/apercu/{secret}/")
    client.get(f"/apercu/{secret}x/")
    client.post(PROPOSE, PROPOSAL | {"token": token()})
    client.post(f"/initiatives/{fiche.slug}/signaler/", WITHDRAWAL | {"token": token("erreur")})
    client.post(reverse("wagtailadmin_login"), {"username": "dominique", "password": "jeudi"})
    client.get("/", headers={"host": "dominique.example.org"})
    return secret


@pytest.mark.django_db
def test_a_journey_with_personal_data_leaves_none(client, editor, home, log):
    client.defaults["REMOTE_ADDR"] = "203.0.113.7"
    client.defaults["HTTP_X_FORWARDED_FOR"] = "2001:db8::7"
    secret = journey(client, editor)
    written = log.getvalue()
    assert len(lines(log)) >= 10
    assert [word for word in (*PERSON, secret) if word in written] == []
    assert mail.outbox or "initiatives" in written


@pytest.mark.django_db
def test_a_crash_tells_where_and_not_for_whom(client, home, log, monkeypatch):
    def crash(*args, **kwargs):
        raise IntegrityError(
            'duplicate key "sender_email"\nDETAIL:  Key (name)=(Dominique) already exists. '
            "dominique@example.org from 203.0.113.7"
        )

    monkeypatch.setattr("hub.content.views.render", crash)
    client.raise_request_exception = False
    assert client.get("/plan-du-site/?q=dominique").status_code == 500
    written = log.getvalue()
    assert "IntegrityError" in written
    assert "duplicate key" in written
    assert "hub/content/views.py" in written
    assert [word for word in PERSON if word in written] == []


@pytest.mark.django_db
def test_each_request_has_one_line_with_its_status_and_duration(client, home, log, request):
    client.get("/")
    client.get("/nulle-part/")
    client.get("/sante/vivant/")
    found = [line for line in lines(log) if "hub.requests" in line]
    assert len(found) == 2
    if request.node.callspec.params["log"] == "json":
        page, missing = map(json.loads, found)
        assert (page["method"], page["path"], page["status"]) == ("GET", "/", 200)
        assert (missing["path"], missing["status"], missing["level"]) == ("(page)", 404, "INFO")
        assert page["ms"] > 0
        assert page["time"]
    else:
        assert "GET / 200" in found[0]
        assert "GET (page) 404" in found[1]


def test_a_traceback_is_one_line_of_json(log, request):
    try:
        int("jeanne@example.org")
    except ValueError:
        logging.getLogger("hub").exception("« Échec » de %s", "jeanne@example.org")
    if request.node.callspec.params["log"] == "json":
        (line,) = lines(log)
        told = json.loads(line)
        assert told["message"] == "« Échec » de [e-mail]"
        assert "ValueError: invalid literal" in told["exc_info"]
    assert "« Échec »" in log.getvalue()
    assert "example.org" not in log.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("à 17:02:04, en 0:00:12", "à 17:02:04, en 0:00:12"),
        ("from 203.0.113.7:443", "from [IP]:443"),
        ("from 2001:db8::7 and [fe80::1]", "from [IP] and [[IP]]"),
        ("http://127.0.0.1:9200 and ::1", "http://127.0.0.1:9200 and ::1"),
        ("/initiatives/?q=jeanne&page=2 200", "/initiatives/?[…] 200"),
        ("<jeanne.dupont+x@mairie.example.org>", "<[e-mail]>"),
        ("Django 5.2.19, PostgreSQL 15.18", "Django 5.2.19, PostgreSQL 15.18"),
    ],
)
def test_what_is_cleaned_and_what_stays(text, expected):
    assert cleaned(text) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status", "shown"),
    [
        ("/admin/pages/12/edit/", 200, "/admin/pages/<int:page_id>/edit/"),
        ("/apercu/abc/", 200, "/apercu/<str:token>/"),
        ("/plan-du-site/", 200, "/plan-du-site/"),
        ("/initiatives/ruche/", 200, "/initiatives/ruche/"),
        ("/initiatives/ruche/", 404, "(page)"),
        ("/static/site/a.css", 200, "/static/site/a.css"),
        ("/jeanne@example.org", 404, "(inconnue)"),
    ],
)
def test_the_address_that_is_told(rf, path, status, shown):
    request = rf.get(path)
    request.resolver_match = None
    assert shown_path(request, status) == shown
