"""Configuration of gunicorn: `gunicorn -c python:hub.gunicorn hub.wsgi`.

`GUNICORN_CMD_ARGS` and the command line override it.
"""

import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import Any

workers = 2
threads = 2
# The workers share the memory of what is loaded before they are forked.
preload_app = True
timeout = 60
graceful_timeout = 20
# A worker is replaced before a slow leak matters; not all at the same time.
max_requests = 5000
max_requests_jitter = 500
# The sign of life of a worker must not wait for a slow disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
control_socket_disable = True
loglevel = "warning"

PR_SET_PDEATHSIG = 1


def on_starting(server: Any) -> None:
    """End with the supervisor of `make run`, even where that one is killed outright."""
    supervisor = os.environ.get("HUB_SUPERVISOR")
    if supervisor is None or sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != int(supervisor):
        raise SystemExit(1)


def when_ready(server: Any) -> None:
    """Read what `/sante/` compares the database with, once for all workers."""
    if not server.cfg.preload_app:
        return
    from hub.operating.health.checks import migrations_on_disk

    migrations_on_disk()


def post_worker_init(worker: Any) -> None:
    """Read beside what searching keeps: no visitor waits for it."""
    from search.warming import warm_beside

    warm_beside()
