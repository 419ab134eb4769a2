"""The processes of compose.yaml, started without containers: their own commands, the same proxy."""

import http.client
import json
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from hub.launch.processes import ROOT

SERVICES = yaml.safe_load((settings.BASE_DIR / "compose.yaml").read_text())["services"]
NGINX = ROOT / "hub" / "operating" / "container" / "nginx.conf"
PATIENCE = 300
WELL = {"code": 0, "status": "ok", "checks": 0}
BIN = Path(sys.executable).parent


def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def wait_for(what, condition):
    limit = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < limit, what
        time.sleep(0.2)
    return found


def end(process):
    """Make sure that a process is gone, with those that it started."""
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Deployment:
    """The services of ours, on free ports."""

    def __init__(self, site, stack):
        self.site, self.stack, self.port = site, stack, free_port()
        asked = SERVICES["hub"]["environment"]
        site.more |= {
            "HUB_URL": "https://hub.example.org",
            "HUB_BACKUP_DIR": str(site.data / "backup"),
            "PORT": str(self.port),
            **{name: asked[name] for name in ("HUB_BEHIND_PROXY", "HUB_TASKS", "HUB_LOG")},
        }
        self.processes = {}

    def command(self, name):
        words = [word.replace("0.0.0.0:8000", f"127.0.0.1:{self.port}")
                 for word in SERVICES[name]["command"]]  # fmt: skip
        return [str(BIN / words[0]), *words[1:]]

    def run(self, name):
        done = subprocess.run(
            self.command(name), cwd=ROOT, env=self.site.environment, capture_output=True,
            text=True, check=False, timeout=900,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self, name):
        log = self.stack.enter_context((self.site.data / f"{name}.log").open("w+"))
        self.processes[name] = subprocess.Popen(
            self.command(name), cwd=ROOT, env=self.site.environment, stdout=log, stderr=log
        )
        self.stack.callback(end, self.processes[name])

    def log(self, name):
        return (self.site.data / f"{name}.log").read_text()

    def stop(self):
        for process in self.processes.values():
            process.send_signal(signal.SIGTERM)
        return {name: process.wait(60) for name, process in self.processes.items()}

    def health(self):
        probe = subprocess.run(
            [sys.executable, "-m", "hub.operating.probe"], cwd=ROOT, env=self.site.environment,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        try:
            return {"code": probe.returncode} | json.loads(probe.stdout)
        except ValueError:
            return {"code": probe.returncode, "status": probe.stdout}


@pytest.fixture
def stack():
    with ExitStack() as opened:
        yield opened


def deploy(site, stack):
    deployment = Deployment(site, stack)
    deployment.run("prepare")
    for name in ("hub", "worker", "scheduler"):
        deployment.start(name)
    return deployment


def check(deployment):
    """All processes work, tell so, and stop when told to."""
    wait_for("health", lambda: deployment.health() | {"checks": 0} == WELL)
    backup = deployment.site.data / "backup"
    assert list(backup.glob("hub-*/SHA256SUMS")), "the scheduler made no backup"
    for line in deployment.log("hub").splitlines():
        json.loads(line)
    assert deployment.stop() == {"hub": 0, "worker": 0, "scheduler": 0}


def test_on_sqlite_behind_the_proxy(migrated_site, stack, tmp_path):
    deployment = deploy(migrated_site, stack)
    wait_for("the site", lambda: deployment.health()["code"] == 0)
    if shutil.which("nginx") is None:
        check(deployment)
        pytest.skip("nginx is not installed: the proxy was not started")
    plain, secure = proxy(deployment, stack, tmp_path)
    redirect = ask(http.client.HTTPConnection("127.0.0.1", plain), "/initiatives/?q=a")
    assert (redirect.status, redirect.headers["Location"]) == (
        308, "https://hub.example.org/initiatives/?q=a"
    )  # fmt: skip
    page = ask(secure(), "/")
    assert page.status == 200
    assert "max-age=31536000" in page.headers["Strict-Transport-Security"]
    assert "nginx/" not in page.headers["Server"]
    assert page.headers.get("Set-Cookie") is None
    assert ask(secure(), "/sante/").status == 200
    forged = {"X-Forwarded-Proto": "http", "X-Forwarded-Host": "evil.example"}
    assert ask(secure(), "/", **forged).status == 200
    check(deployment)


def test_on_postgresql(empty_site, stack, postgresql_database):
    check(deploy(empty_site("deployed", postgresql_database), stack))


def ask(connection, path, **headers):
    connection.timeout = 30
    with closing(connection):
        connection.request("GET", path, headers={"Host": "hub.example.org"} | headers)
        answer = connection.getresponse()
        answer.read()
    return answer


def proxy(deployment, stack, folder):
    """Start nginx with the configuration of compose.yaml; return its ports."""
    plain, port = free_port(), free_port()
    tls = folder / "tls"
    tls.mkdir()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
         "/CN=hub.example.org", "-keyout", tls / "privkey.pem", "-out", tls / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    text = NGINX.read_text()
    for here, there in {
        "/tmp/": f"{folder}/",
        "hub:8000": f"127.0.0.1:{deployment.port}",
        "listen 8080": f"listen 127.0.0.1:{plain}",
        "listen 8443": f"listen 127.0.0.1:{port}",
        "/etc/nginx/tls": str(tls),
    }.items():
        assert here in text
        text = text.replace(here, there)
    if version() < (1, 25):  # « http2 on » is of that version
        text = text.replace("        http2 on;\n", "")
    written = folder / "nginx.conf"
    written.write_text(text)
    process = subprocess.Popen(["nginx", "-c", written, "-g", "daemon off;"])
    stack.callback(end, process)
    context = ssl._create_unverified_context()

    def secure():
        return http.client.HTTPSConnection("127.0.0.1", port, context=context)

    def answers():
        assert process.poll() is None, "nginx refuses its configuration"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    wait_for("nginx", answers)
    return plain, secure


def version():
    said = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr
    return tuple(int(part) for part in said.rpartition("/")[2].split()[0].split(".")[:2])
