"""Runs each job when it is due. Several schedulers may run: each job is then done by one."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import Error, close_old_connections
from django.utils import timezone

from hub.operating.jobs import Job, jobs
from hub.operating.models import Heartbeat

logger = logging.getLogger("hub.operating")

NAME = "scheduler"
SHORTEST, LONGEST = 1.0, 60.0


def never() -> bool:
    """Tell that nobody asks to stop."""
    return False


def run_due(is_stopping: Callable[[], bool] = never) -> None:
    """Run the jobs whose time has come, one after the other.

    A failure is logged, recorded and tried again when the job is next due: it ends neither the
    others nor the site. `is_stopping` is asked between two jobs.
    """
    for job in jobs():
        if is_stopping():
            return
        close_old_connections()
        try:
            if Heartbeat.objects.claim(job.command, job.every):
                _run(job)
        except Error as error:
            logger.error("%s waits: %s", job.command, _first_line(error))  # noqa: TRY400
        finally:
            close_old_connections()
    _beat()


def pause() -> float:
    """Return for how many seconds no job is due; never more than a minute."""
    try:
        started = dict(Heartbeat.objects.values_list("name", "started_at"))
    except Error:
        return LONGEST
    finally:
        close_old_connections()
    now, none = timezone.now(), timedelta()
    waits = (
        (began + job.every - now if (began := started.get(job.command)) else none).total_seconds()
        for job in jobs()
    )
    return min(max(min(waits), SHORTEST), LONGEST)


def _run(job: Job) -> None:
    began = time.monotonic()
    try:
        call_command(job.command, *job.words, verbosity=0, stdout=StringIO(), **job.options)
    except CommandError as refusal:  # told in words, for whoever operates the site
        logger.error("%s failed: %s", job.command, refusal)  # noqa: TRY400
        Heartbeat.objects.fail(job.command, str(refusal))
    except Exception as error:
        logger.exception("%s failed.", job.command)
        Heartbeat.objects.fail(job.command, type(error).__name__)
    else:
        Heartbeat.objects.filter(pk=job.command).update(succeeded_at=timezone.now(), failure="")
        logger.debug("%s took %.1f s.", job.command, time.monotonic() - began)


def _beat() -> None:
    try:
        Heartbeat.objects.beat(NAME)
    except Error as error:
        logger.error("The scheduler cannot tell that it runs: %s", _first_line(error))  # noqa: TRY400


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
