"""What is done without anybody asking: each job when it is due, whatever the others do."""

import datetime
import signal
import time

import pytest
from django.core.management import CommandError, get_commands
from django.db import OperationalError
from django.utils import timezone

from hub.operating import scheduler, worker
from hub.operating.jobs import ALWAYS, Job, jobs
from hub.operating.models import Heartbeat
from hub.operating.scheduler import pause, run_due
from search.engines.contract import EngineDownError

MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def calls(monkeypatch):
    """The commands that are called, none of which does anything."""
    made = []
    monkeypatch.setattr(scheduler, "call_command", lambda name, *words, **more: made.append(name))
    monkeypatch.setattr(scheduler, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    return made


def test_every_job_is_a_command_that_exists(settings):
    settings.HUB_BACKUP_DIR = "/somewhere"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    names = {job.command for job in jobs()}
    assert names <= get_commands().keys()
    assert {"backup", "prune_db_task_results"} <= names - {job.command for job in ALWAYS}


def test_the_schedule_without_backups_nor_queue(settings):
    settings.HUB_BACKUP_DIR = ""
    assert jobs() == ALWAYS


@pytest.mark.django_db
class TestRunning:
    def test_all_is_due_at_first_then_only_what_comes_back(self, calls):
        run_due()
        assert calls == [job.command for job in jobs()]
        run_due()
        assert len(calls) == len(jobs())
        Heartbeat.objects.filter(pk="publish_scheduled").update(started_at=timezone.now() - MINUTE)
        run_due()
        assert calls[len(jobs()) :] == ["publish_scheduled"]

    def test_a_job_of_which_another_scheduler_has_taken_charge_is_left_to_it(self, calls):
        assert Heartbeat.objects.claim("empty_trash", MINUTE)
        run_due()
        assert "empty_trash" not in calls

    def test_a_clock_that_was_put_back_stops_nothing(self, calls):
        later = timezone.now() + 60 * MINUTE
        Heartbeat.objects.create(name="drain_index", started_at=later)
        run_due()
        assert "drain_index" in calls

    def test_a_failure_is_logged_recorded_and_ends_nothing(self, calls, monkeypatch, caplog):
        def call(name, *words, **more):
            calls.append(name)
            if name == "publish_scheduled":
                raise CommandError("Publication programmée : publier « Ruche »")
            if name == "empty_trash":
                raise RuntimeError("jeanne@example.org is not a number")

        monkeypatch.setattr(scheduler, "call_command", call)
        run_due()
        assert calls == [job.command for job in jobs()]
        assert "publish_scheduled failed" in caplog.text
        assert "empty_trash failed" in caplog.text
        failures = dict(Heartbeat.objects.exclude(failure="").values_list("name", "failure"))
        assert failures == {
            "publish_scheduled": "Publication programmée : publier « Ruche »",
            "empty_trash": "RuntimeError",
        }

    def test_a_success_takes_the_failure_away(self, calls):
        Heartbeat.objects.fail("empty_trash", "RuntimeError")
        run_due()
        beat = Heartbeat.objects.get(pk="empty_trash")
        assert beat.failure == ""
        assert timezone.now() - beat.succeeded_at < MINUTE

    def test_nothing_more_begins_once_told_to_stop(self, calls):
        run_due(lambda: len(calls) == 2)
        assert len(calls) == 2

    def test_the_next_turn_is_when_the_first_job_is_due(self, calls):
        assert pause() == scheduler.SHORTEST
        run_due()
        assert 50 < pause() <= 60


def test_a_database_that_is_away_ends_nothing(calls, monkeypatch, caplog):
    def fail(*args):
        raise OperationalError("connection refused\nby the server")

    for name in ("claim", "beat", "values_list"):
        monkeypatch.setattr(type(Heartbeat.objects.all()), name, fail)
        monkeypatch.setattr(Heartbeat.objects, name, fail, raising=False)
    run_due()
    assert calls == []
    assert "publish_scheduled waits: connection refused" in caplog.text
    assert pause() == scheduler.LONGEST


@pytest.mark.django_db
def test_an_engine_that_is_down_is_told_once_and_so_is_its_return(calls, monkeypatch, caplog):
    def fail():
        raise EngineDownError("no route")

    draining = worker.Draining()
    monkeypatch.setattr(worker, "drain", fail)
    for _ in range(3):
        draining.turn()
    monkeypatch.setattr(worker, "drain", lambda: 0)
    draining.turn()
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
    assert timezone.now() - Heartbeat.objects.get(pk="worker").succeeded_at < MINUTE


def test_the_processes_work_and_stop_when_told_to(migrated_site):
    site = migrated_site
    site.more["HUB_TASKS"] = "database"
    site.play("enqueue_a_drain")
    processes = [site.start("run_worker"), site.start("run_scheduler")]
    limit = time.monotonic() + 300
    try:
        while not (done := site.play("signs_of_life"))["all"]:
            assert time.monotonic() < limit, done
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            _, err = process.communicate(timeout=40)
            assert process.returncode == 0, err
            assert "Traceback" not in err
    finally:
        for process in processes:
            process.kill()


def test_a_job_may_be_late_by_twice_its_time():
    assert Job("x", MINUTE, "x").patience == 12 * MINUTE
