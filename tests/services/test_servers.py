"""The servers that tests start: they answer, fail as asked, and never outlive the tests."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psycopg
import pytest

from hub.launch.processes import ROOT
from hub.launch.terminal import ProblemError
from tests.services import distribution, fixtures, postgresql
from tests.services.elasticsearch import Security, User

READERS = "readers:\n  cluster: [monitor]\n"
SECURED = Security("s3cret", READERS, (User("reader", "password", ("readers",)),), tls=True)
PRINT_AND_SLEEP = """
import time
from tests.services.postgresql import PostgreSQL
server = PostgreSQL()
server.start()
server.wait()
print(server.process.pid, server.folder, flush=True)
time.sleep(100)
"""


def runs(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def until(condition, limit=20):
    end = time.monotonic() + limit
    while not (done := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return done


def started(*command, **environment):
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (postgresql.programs, "sudo apt install postgresql"),
        (distribution.distribution, "sudo apt install maven"),
        (distribution.java_home, r"sudo apt install openjdk-17-jdk-headless"),
    ],
)
def test_what_is_missing_is_named_with_its_package(ask, sentence, monkeypatch, tmp_path):
    monkeypatch.setattr(postgresql, "INSTALLED", tmp_path)
    monkeypatch.setattr(distribution, "JAVA_HOMES", tmp_path)
    monkeypatch.setattr(distribution, "cache", lambda: tmp_path)
    for name in ("ES_JAVA_HOME", "JAVA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProblemError, match=sentence):
        ask()


def test_a_server_that_must_be_there_and_is_not_fails_the_test(monkeypatch):
    monkeypatch.delenv("HUB_TEST_SEARCH_URL", raising=False)
    monkeypatch.delenv("HUB_TEST_REQUIRE_SERVERS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="make test-services"):
        fixtures._shared("HUB_TEST_SEARCH_URL")
    monkeypatch.setenv("HUB_TEST_REQUIRE_SERVERS", "1")
    with pytest.raises(pytest.fail.Exception, match="HUB_TEST_SEARCH_URL is not set"):
        fixtures._shared("HUB_TEST_SEARCH_URL")


def test_a_killed_database_starts_again_with_what_it_held(postgresql_server):
    server = postgresql_server()
    with psycopg.connect(server.url) as connection:
        connection.execute("create table kept as select 1")
    server.kill()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.url, connect_timeout=2)
    server.start()
    server.wait()
    with psycopg.connect(server.url) as connection:
        assert connection.execute("select * from kept").fetchone() == (1,)


def test_a_frozen_node_keeps_silent_and_goes_on(elasticsearch_node):
    node = elasticsearch_node()
    assert node.answers()
    node.freeze()
    assert not node.answers()
    node.thaw()
    assert until(node.answers)


def test_a_secured_node_refuses_strangers(elasticsearch_node):
    node = elasticsearch_node(security=SECURED)
    assert node.url.startswith("https://")
    assert node.ask("/_cluster/health", "reader", "password")["status"] == "green"
    for path, password, status in (("/_cluster/health", "wrong", 401), ("/x", "password", 403)):
        with pytest.raises(urllib.error.HTTPError) as refused:
            node.ask(path, "reader", password)
        assert refused.value.code == status
    with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
        urllib.request.urlopen(node.url)


@pytest.mark.server
def test_a_server_ends_with_the_process_that_started_it():
    starter = started("-c", PRINT_AND_SLEEP)
    pid, folder = starter.stdout.readline().split()
    assert runs(pid)
    starter.kill()
    starter.communicate()
    assert until(lambda: not runs(pid))
    subprocess.run(["rm", "-rf", folder], check=True)


@pytest.mark.server
@pytest.mark.parametrize(
    ("body", "number", "code"),
    [
        ("assert True", None, 0),
        ("assert False", None, 1),
        ("time.sleep(60)", signal.SIGINT, 130),
        ("time.sleep(60)", signal.SIGTERM, 130),
    ],
)
def test_the_servers_stop_with_the_tests_however_they_end(body, number, code, tmp_path):
    test = tmp_path / "test_it.py"
    test.write_text(f"import time\ndef test_it():\n    {body}\n")
    options = ["-c", "/dev/null", "--rootdir", str(tmp_path), str(test)]
    run = started(
        "-m", "tests.services", *options,
        HUB_TEST_SEARCH_URL="http://127.0.0.1:9", HUB_TEST_DATABASE_URL="",
        PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", PYTEST_ADDOPTS="",
    )  # fmt: skip
    named = [run.stdout.readline().strip() for _ in range(2)]
    address = named[1].partition("=")[2]
    assert address.startswith("postgres://")
    if number is not None:
        assert until(lambda: "collected 1 item" in run.stdout.readline())
        os.killpg(run.pid, number)
    run.communicate()
    assert run.returncode == code
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address, connect_timeout=2)
