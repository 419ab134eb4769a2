"""Does the tasks that wait in the database, and brings to the index what waits for it."""

import logging
import threading
import time

from django.db import Error, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from hub.operating.jobs import queues_tasks
from hub.operating.models import Heartbeat
from hub.operating.stopping import stop_on_signal
from search.engines.contract import EngineDownError
from search.indexing.draining import drain

logger = logging.getLogger("hub.operating")

NAME = "worker"
EVERY = 10.0  # seconds between two looks at what waits for the index
AFTER_A_FAULT = 5.0
LAST_LIMIT = 25.0  # seconds to finish what is under way


class Draining:
    """Looks again and again at what waits for the index, and says that the worker lives."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.fault = ""

    def run(self) -> None:
        """Go on until told to stop."""
        while not self.stopping.is_set():
            self.turn()
            self.stopping.wait(EVERY)

    def turn(self) -> None:
        """Drain once. A fault is logged when it appears and when it goes, not at each turn."""
        close_old_connections()
        fault = ""
        try:
            drain()
        except (EngineDownError, OSError, Error) as error:
            fault = f"{type(error).__name__}: {error}".splitlines()[0]
        except Exception as error:
            logger.exception("Draining failed.")
            fault = type(error).__name__
        self._tell(fault)
        try:
            Heartbeat.objects.beat(NAME)
        except Error as error:
            logger.debug("The worker cannot tell that it runs: %s", error)
        finally:
            close_old_connections()

    def _tell(self, fault: str) -> None:
        if fault and not self.fault:
            logger.error("The index is not brought up to date, it is tried again: %s", fault)
        elif self.fault and not fault:
            logger.warning("The index is brought up to date again.")
        self.fault = fault


def run_worker() -> None:
    """Work until SIGTERM or Ctrl-C, which end the process once the task under way is done."""
    draining = Draining()
    beside = threading.Thread(target=draining.run, name="draining", daemon=True)
    beside.start()
    try:
        if queues_tasks():
            _do_tasks()
        else:
            stop_on_signal().wait()
    finally:
        draining.stopping.set()
        beside.join(timeout=LAST_LIMIT)


def _do_tasks() -> None:
    worker = Worker(
        queue_names=["*"], excluded_queue_names=[], interval=1, batch=False,
        backend_name="default", startup_delay=False, max_tasks=None,
        worker_id=get_random_string(32),
    )  # fmt: skip
    worker.configure_signals()
    while worker.running:
        try:
            worker.run()
        except Error as error:  # the database is away: the tasks are in it, and stay
            logger.error("Tasks wait: %s", str(error).splitlines()[0])  # noqa: TRY400
            close_old_connections()
            time.sleep(AFTER_A_FAULT)
