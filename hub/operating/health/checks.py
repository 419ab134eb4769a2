"""The questions: each reads little, and says in French what it found."""

import datetime
import shutil
from functools import cache

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hub.content.text import counted
from hub.operating import scheduler, worker
from hub.operating.health.asking import Panel, Question
from hub.operating.health.findings import Finding, Findings, State
from hub.operating.jobs import jobs, queues_tasks
from hub.operating.models import Heartbeat
from search.engines import get_engine
from search.engines.contract import State as IndexState
from search.models import DocumentState

LIMIT = 3.0  # seconds: what is slow is not yet down
KEPT = 2.0
A_WHILE = datetime.timedelta(minutes=5)
ROOM_SHARE, ROOM = 0.05, 300 * 1024 * 1024
INDEX = {
    IndexState.READY: "l’index répond",
    IndexState.MISSING: "l’index n’existe pas : rebuild_index",
    IndexState.OUTDATED: "l’index est d’une autre version : rebuild_index",
    IndexState.DAMAGED: "l’index est illisible : rebuild_index",
}


def stored() -> Findings:
    """Ask the database: whether it is up to date, what waits in it, who gives signs of life."""
    missing = sorted(migrations_on_disk() - set(MigrationRecorder(connection).applied_migrations()))
    if missing:
        words = f"{counted(len(missing), 'migration manque', 'migrations manquent')} : migrate"
        return {
            "database": Finding(State.DOWN, words),
            "queue": Finding(State.DEGRADED, "inconnue"),
            "jobs": Finding(State.DEGRADED, "inconnus"),
        }
    return {
        "database": Finding(State.OK, f"{connection.display_name} répond"),
        "queue": queue(),
        "jobs": signs_of_life(),
    }


def queue() -> Finding:
    """Tell what waits for the index and for the worker, and since when."""
    now = timezone.now()
    pending = DocumentState.objects.pending().order_by("updated")
    oldest = pending.values_list("updated", flat=True).first()
    parts = [counted(pending.count(), "document attend l’index", "documents attendent l’index")]
    is_late = oldest is not None and now - oldest > A_WHILE
    if queues_tasks():
        waiting = DBTaskResult.objects.ready()
        first = waiting.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
        parts.append(counted(waiting.count(), "tâche en attente", "tâches en attente"))
        is_late = is_late or (first is not None and now - first > A_WHILE)
    if is_late:
        parts.append("depuis plus de cinq minutes")
    return Finding(State.DEGRADED if is_late else State.OK, ", ".join(parts))


def signs_of_life() -> Finding:
    """Tell which job or process has not succeeded for too long."""
    beats = {beat.name: beat for beat in Heartbeat.objects.all()}
    troubles = [
        f"{title} : {trouble}"
        for name, title, patience in _expected()
        if (trouble := _trouble(beats.get(name), patience))
    ]
    if troubles:
        return Finding(State.DEGRADED, " ; ".join(troubles))
    return Finding(State.OK, "à l’heure")


def index() -> Findings:
    """Ask the search engine."""
    state = get_engine().state()
    ok = State.OK if state == IndexState.READY else State.DEGRADED
    return {"search": Finding(ok, INDEX.get(state, str(state)))}


def disk() -> Findings:
    """Tell how much room the folder of the data has."""
    usage = shutil.disk_usage(settings.DATA_DIR)
    is_short = usage.free < ROOM or (
        usage.free < 10 * ROOM and usage.free / usage.total < ROOM_SHARE
    )
    words = f"{usage.free / usage.total:.0%} libres, {usage.free // 1024**2} Mo"
    return {"disk": Finding(State.DEGRADED if is_short else State.OK, words)}


PANEL = Panel(
    (
        Question(
            stored,
            {"database": State.DOWN, "queue": State.DEGRADED, "jobs": State.DEGRADED},
        ),
        Question(index, {"search": State.DEGRADED}),
        Question(disk, {"disk": State.DEGRADED}),
    ),
    LIMIT,
    KEPT,
)


@cache
def migrations_on_disk() -> frozenset[tuple[str, str]]:
    """Return the migrations of this version; read once, which takes a second."""
    loader = MigrationLoader(None)
    return frozenset(key for key in loader.graph.nodes if key in loader.disk_migrations)


def _expected() -> list[tuple[str, str, datetime.timedelta]]:
    found = [(job.command, job.title, job.patience) for job in jobs()]
    found.append((scheduler.NAME, "planificateur", A_WHILE))
    if queues_tasks():
        found.append((worker.NAME, "worker", A_WHILE))
    return found


def _trouble(beat: Heartbeat | None, patience: datetime.timedelta) -> str:
    """Return what is wrong with one of them, in a few words; empty if nothing is."""
    if beat is None or beat.succeeded_at is None:
        return "échoue" if beat and beat.failure else "jamais"
    ago = timezone.now() - beat.succeeded_at
    if ago > patience:
        minutes = int(ago.total_seconds() // 60)
        return f"il y a {minutes} min" if minutes < 120 else f"il y a {minutes // 60} h"
    return "échoue" if beat.failure else ""
