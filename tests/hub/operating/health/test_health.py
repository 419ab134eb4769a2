"""`/sante/` tells what works, to anybody in one word, to staff in a sentence, and never hangs."""

import datetime
import socket
import threading
import time

import pytest
from django.utils import timezone

from hub.operating.health import checks, middleware
from hub.operating.health.asking import Panel, Question
from hub.operating.health.findings import Finding, State, worst
from hub.operating.jobs import jobs
from hub.operating.models import Heartbeat
from search.engines.contract import EngineDownError, State as IndexState
from search.models import DocumentState

OK = Finding(State.OK, "va bien")


class Engine:
    """A search engine in a state."""

    def __init__(self, state):
        self.found = state

    def state(self):
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


@pytest.fixture
def site(monkeypatch):
    """A panel on which the test puts what is found."""
    found = dict.fromkeys(("database", "queue", "jobs", "search", "disk"), OK)
    question = Question(lambda: dict(found), {})
    monkeypatch.setattr(middleware, "PANEL", Panel((question,), 1.0, 0.0))
    return found


def test_all_is_well(client, site):
    response = client.get("/sante/")
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    assert response.json() == {"status": "ok", "checks": dict.fromkeys(site, "ok")}
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "Vary" not in response.headers


def test_a_process_that_answers_lives_whatever_else_is_down(client, site):
    site["database"] = Finding(State.DOWN, "partie")
    response = client.get("/sante/vivant/")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_without_database_nobody_is_served(client, site):
    site["database"] = Finding(State.DOWN, "partie")
    response = client.get("/sante/")
    assert (response.status_code, response.json()["status"]) == (503, "down")


def test_without_search_visitors_are_still_served(client, site):
    site["search"] = Finding(State.DEGRADED, "partie")
    response = client.get("/sante/")
    assert (response.status_code, response.json()["status"]) == (200, "degraded")


def test_it_answers_under_any_name_of_host_and_redirects_nobody(client, site, settings):
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["hub.example.org"]
    assert client.get("/sante/", headers={"host": "10.0.0.7:8000"}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, site, method):
    assert getattr(client, method)("/sante/").status_code == 405
    assert client.head("/sante/").status_code == 200


@pytest.mark.django_db
def test_staff_read_why_and_nobody_else(client, site, editor, django_user_model):
    site["search"] = Finding(State.DEGRADED, "l’index n’existe pas : rebuild_index")
    client.force_login(django_user_model.objects.create_user("visitor"))
    assert "details" not in client.get("/sante/").json()
    client.force_login(editor)
    response = client.get("/sante/")
    assert response.json()["details"]["search"] == "l’index n’existe pas : rebuild_index"
    assert not response.cookies
    site["database"] = Finding(State.DOWN, "partie")
    assert "details" not in client.get("/sante/").json()


def test_the_worst_state_is_that_of_the_site():
    assert worst({}) == State.OK
    assert worst({"a": Finding(State.DEGRADED, ""), "b": OK}) == State.DEGRADED
    assert worst({"a": Finding(State.DEGRADED, ""), "b": Finding(State.DOWN, "")}) == State.DOWN


class TestAsking:
    """A question that hangs, or raises, has an answer all the same."""

    def test_what_hangs_is_told_in_time_and_asked_once(self):
        asked, free = [], threading.Event()

        def hang():
            asked.append(1)
            free.wait(30)
            return {"database": OK}

        panel = Panel((Question(hang, {"database": State.DOWN}),), limit=0.2, kept=0.0)
        began = time.monotonic()
        for _ in range(3):
            found = panel.findings()["database"]
        assert time.monotonic() - began < 2
        assert (found.state, len(asked)) == (State.DOWN, 1)
        assert found.words.startswith("ne répond pas depuis")
        free.set()
        time.sleep(0.1)
        assert panel.findings() == {"database": OK}

    def test_what_raises_is_told_without_its_words(self):
        def fail():
            raise OSError("/srv/secret/path")

        found = Panel((Question(fail, {"disk": State.DEGRADED}),), 1.0, 0.0).findings()["disk"]
        assert found == Finding(State.DEGRADED, "ne répond pas (OSError)")

    def test_an_answer_serves_all_who_ask_at_once(self):
        asked = []

        def count():
            asked.append(1)
            return {"disk": OK}

        panel = Panel((Question(count, {}),), 1.0, kept=60.0)
        for _ in range(5):
            panel.findings()
        assert len(asked) == 1


@pytest.mark.django_db
class TestChecks:
    """What each question finds."""

    def alive(self):
        for name in (*(job.command for job in jobs()), "scheduler"):
            Heartbeat.objects.beat(name)

    def test_a_database_that_is_up_to_date_answers(self):
        self.alive()
        found = checks.stored()
        assert {name: one.state for name, one in found.items()} == {
            "database": State.OK, "queue": State.OK, "jobs": State.OK
        }  # fmt: skip

    def test_a_missing_migration_is_no_service(self, monkeypatch):
        monkeypatch.setattr(checks, "migrations_on_disk", lambda: frozenset({("home", "9999_new")}))
        found = checks.stored()["database"]
        assert (found.state, found.words) == (State.DOWN, "1\u00a0migration manque : migrate")

    def test_it_costs_a_few_queries_whatever_the_site(self, django_assert_max_num_queries):
        self.alive()
        checks.stored()
        with django_assert_max_num_queries(6):
            checks.stored()

    def test_a_job_that_never_ran_is_told(self):
        self.alive()
        Heartbeat.objects.filter(pk="empty_trash").delete()
        found = checks.signs_of_life()
        assert found == Finding(State.DEGRADED, "vidage de la corbeille : jamais")

    def test_a_scheduler_that_stopped_is_told(self):
        self.alive()
        Heartbeat.objects.update(succeeded_at=timezone.now() - datetime.timedelta(hours=3))
        words = checks.signs_of_life().words
        assert "publication programmée : il y a 3 h" in words
        assert "planificateur : il y a 3 h" in words
        assert "contrôle de l’index" not in words

    def test_a_job_that_fails_is_told(self):
        self.alive()
        Heartbeat.objects.fail("check_index", "CommandError")
        assert checks.signs_of_life().words == "contrôle de l’index de recherche : échoue"

    def test_a_worker_is_expected_where_tasks_wait_for_one(self, settings):
        self.alive()
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        Heartbeat.objects.beat("prune_db_task_results")
        assert checks.signs_of_life().words == "worker : jamais"

    def test_what_waits_for_long_is_told(self):
        old = timezone.now() - datetime.timedelta(minutes=6)
        DocumentState.objects.create(
            uid="8a6e0804-2bd0-4672-b79d-d97027f9071a", kind="x", page_key=1, version=1, updated=old
        )
        found = checks.queue()
        assert found.state == State.DEGRADED
        assert "depuis plus de cinq minutes" in found.words

    @pytest.mark.parametrize("state", IndexState)
    def test_the_state_of_the_index_is_told(self, monkeypatch, state):
        monkeypatch.setattr(checks, "get_engine", lambda: Engine(state))
        found = checks.index()["search"]
        assert found.state == (State.OK if state == IndexState.READY else State.DEGRADED)
        assert found.words.startswith("l’index")

    def test_an_engine_that_is_down_is_told(self, monkeypatch):
        monkeypatch.setattr(checks, "get_engine", lambda: Engine(EngineDownError("no route")))
        panel = Panel((Question(checks.index, {"search": State.DEGRADED}),), 1.0, 0.0)
        assert panel.findings()["search"].state == State.DEGRADED

    def test_a_disk_without_room_is_told(self, monkeypatch):
        usage = type("Usage", (), {"free": 100 * 1024**2, "total": 1000 * 1024**2})
        monkeypatch.setattr(checks.shutil, "disk_usage", lambda folder: usage)
        assert checks.disk()["disk"] == Finding(State.DEGRADED, "10% libres, 100 Mo")


def test_a_database_that_takes_connections_and_never_answers(migrated_site):
    """A black hole: the site is told to be down within the time of a probe."""
    with socket.socket() as hole:
        hole.bind(("127.0.0.1", 0))
        hole.listen()
        migrated_site.database_url = f"postgres://hub:s3cret@127.0.0.1:{hole.getsockname()[1]}/hub"
        told = migrated_site.play("health")
    assert told["status"] == 503
    assert told["seconds"] < 5
    assert '"database": "down"' in told["body"]
    assert "s3cret" not in told["body"]
