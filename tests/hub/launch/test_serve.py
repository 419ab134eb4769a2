"""gunicorn and the scheduled jobs live and end together."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hub.launch.processes import ROOT

SERVE = (
    "import sys, django; django.setup(); from hub.launch.serve import serve; sys.exit(serve({}))"
)
PATIENCE = 60


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_for(condition):
    limit = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < limit, "nothing happened"
        time.sleep(0.05)


def children_of(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(word) for word in listed.split()]


@pytest.fixture
def port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


@pytest.fixture
def supervisor(port):
    """A site that is being served, on a database without any table."""
    command = [sys.executable, "-c", SERVE.format(port)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "hub.settings.test"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # fmt: skip
        wait_for(lambda: answers(port))
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_site_stops_when_told_to(supervisor, port, number):
    supervisor.send_signal(number)
    assert supervisor.wait(PATIENCE) == 0
    assert not answers(port)


def test_the_end_of_gunicorn_is_an_error(supervisor):
    (gunicorn,) = children_of(supervisor.pid)
    os.kill(gunicorn, signal.SIGKILL)
    _, said = supervisor.communicate(timeout=PATIENCE)
    assert supervisor.returncode == 1
    assert "gunicorn s’est arrêté" in said


def test_gunicorn_does_not_outlive_a_supervisor_killed_outright(supervisor, port):
    supervisor.kill()
    wait_for(lambda: not answers(port))
