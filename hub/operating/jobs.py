"""The one list of what is done without anybody asking, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Job:
    """A management command that is run again and again."""

    command: str
    every: timedelta
    title: str
    options: Mapping[str, Any] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    @property
    def patience(self) -> timedelta:
        """How long ago its last success may be before something is wrong."""
        return self.every * 2 + 10 * MINUTE


ALWAYS = (
    Job("publish_scheduled", MINUTE, "publication programmée"),
    Job("drain_index", MINUTE, "mise à jour de l’index de recherche"),
    Job("tell_ended_consents", 10 * MINUTE, "signalement des accords expirés"),
    Job("empty_trash", HOUR, "vidage de la corbeille"),
    Job("forget_received", HOUR, "oubli des signalements trop anciens"),
    Job("check_index", DAY, "contrôle de l’index de recherche", {"repair": True}),
    Job("clearsessions", DAY, "oubli des connexions terminées"),
)


def jobs() -> tuple[Job, ...]:
    """Return the jobs of this site: those of every site, then those that its settings ask for."""
    return (*ALWAYS, *_tasks(), *_backups())


def queues_tasks() -> bool:
    """Tell whether tasks wait in the database for a worker."""
    return str(settings.TASKS["default"]["BACKEND"]).endswith("DatabaseBackend")


def _tasks() -> tuple[Job, ...]:
    if not queues_tasks():
        return ()
    return (Job("prune_db_task_results", DAY, "oubli des tâches terminées"),)


def _backups() -> tuple[Job, ...]:
    if not settings.HUB_BACKUP_DIR:
        return ()
    every, keep = timedelta(hours=settings.HUB_BACKUP_HOURS), settings.HUB_BACKUP_KEEP
    folder = (str(settings.HUB_BACKUP_DIR),)
    return (Job("backup", every, "sauvegarde", {"keep": keep}, folder),)
