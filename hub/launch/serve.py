"""gunicorn and the scheduled jobs, side by side: when one stops, so does the other.

gunicorn is forked from the process of the jobs: both share the memory of one loaded site.
"""

import gc
import http.client
import multiprocessing
import os
import runpy
import signal
import sys
import time
from types import FrameType

from django.conf import settings
from django.db import connections

from hub.launch.preflight import HOST
from hub.launch.terminal import ProblemError, complain, say
from hub.operating.scheduler import pause, run_due
from hub.operating.stopping import SIGNALS

START_LIMIT = 60
STOP_LIMIT = 30


class Server:
    """A gunicorn that runs beside this process."""

    def __init__(self, port: int) -> None:
        """Start gunicorn on `port`; from now on Ctrl-C and SIGTERM stop it."""
        self.port = port
        self.stopping = False
        os.environ["HUB_SUPERVISOR"] = str(os.getpid())
        # Connections are never shared; memory stays shared as long as nobody collects it.
        connections.close_all()
        gc.collect()
        gc.freeze()
        self.process = multiprocessing.get_context("fork").Process(target=_gunicorn, args=(port,))
        self.process.start()
        for number in SIGNALS:
            signal.signal(number, self.stop)

    def stop(self, number: int = signal.SIGTERM, frame: FrameType | None = None) -> None:
        """Ask gunicorn to finish the requests under way and end."""
        self.stopping = True
        self.process.terminate()

    def runs(self) -> bool:
        """Tell whether gunicorn runs and nobody asked it to stop."""
        return self.process.is_alive() and not self.stopping

    def wait_until_it_answers(self) -> None:
        """Return when the home page answers, or when gunicorn ended.

        Raises:
            ProblemError: it does not answer within the limit.
        """
        limit = time.monotonic() + START_LIMIT
        while self.runs() and (status := self._status()) is None:
            if time.monotonic() > limit:
                raise ProblemError(f"Le site ne répond pas après {START_LIMIT} secondes.")
            time.sleep(0.1)
        if self.runs() and status is not None and status >= 500:
            complain(f"ATTENTION : la page d’accueil répond par une erreur {status}.")

    def _status(self) -> int | None:
        """Return the status of the home page, or None where nobody listens yet."""
        asked = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            asked.request("GET", "/")
            return asked.getresponse().status
        except OSError:
            return None
        finally:
            asked.close()

    def do_jobs_while_it_runs(self) -> int:
        """Run the scheduled jobs until gunicorn ends; return its exit code."""
        while self.process.exitcode is None:
            run_due(lambda: not self.runs())
            self.process.join(timeout=pause())
        return self.process.exitcode

    def end(self) -> None:
        """Make sure that gunicorn is gone."""
        self.process.terminate()
        self.process.join(timeout=STOP_LIMIT)
        if self.process.is_alive():
            self.process.kill()


def _gunicorn(port: int) -> None:
    """Be `python -m gunicorn`, in this process."""
    sys.argv = ["gunicorn", "--config", "python:hub.gunicorn"]
    sys.argv += ["--bind", f"{HOST}:{port}", "hub.wsgi"]
    runpy.run_module("gunicorn", run_name="__main__")


def serve(port: int) -> int:
    """Serve the site until it is told to stop; return 0 when it was, else gunicorn's code."""
    server = Server(port)
    try:
        server.wait_until_it_answers()
        if server.runs():
            _invite(port)
        code = server.do_jobs_while_it_runs()
    finally:
        server.end()
    if server.stopping and code in (0, -signal.SIGTERM):
        say("Le site est arrêté.")
        return 0
    complain(f"gunicorn s’est arrêté (code {code}) : le site ne répond plus.")
    return 1


def _invite(port: int) -> None:
    here = f"http://{HOST}:{port}"
    say("")
    say(f"Le site est ouvert :  {here}/")
    if here != settings.HUB_URL:
        say(f"Adresse publique :    {settings.HUB_URL}/")
    say(f"Administration :      {here}/admin/")
    say("Compte de rédaction : « make superuser » dans un autre terminal (aucun n’existe d’avance)")
    say("Arrêter :             Ctrl-C")
