"""A real Elasticsearch node: alone or in a cluster, with or without security."""

import base64
import json
import os
import shutil
import ssl
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.services import plugin
from tests.services.distribution import distribution, java_home
from tests.services.server import HOST, Server, free_port

HEAP = os.environ.get("HUB_TEST_HEAP", "512m")
# Half of a node's start is spent on compiling for a long life that it will not have.
SHORT_LIVED = "-XX:TieredStopAtLevel=1"
SETTINGS = """\
network.host: {host}
http.port: {port}
path.data: {folder}/data
path.logs: {folder}/logs
xpack.security.enabled: {secured}
bootstrap.memory_lock: false
cluster.routing.allocation.disk.threshold_enabled: false
action.auto_create_index: false
{more}"""
ALONE = """\
cluster.name: hub-test
node.name: hub-1
transport.port: 0
discovery.type: single-node
"""
TOGETHER = """\
cluster.name: hub-test-{first}
node.name: hub-{number}
transport.port: {port}
discovery.seed_hosts: [{seeds}]
cluster.initial_master_nodes: [{names}]
"""
ENCRYPTED = """\
xpack.security.http.ssl.enabled: true
xpack.security.http.ssl.keystore.path: http.p12
"""


@dataclass(frozen=True)
class User:
    """A user of a secured node, with the roles that `Security.roles` describes."""

    name: str
    password: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Security:
    """What a secured node asks for: roles and users from files, or by its API."""

    password: str  # of the superuser "elastic"
    roles: str = ""  # content of roles.yml
    users: tuple[User, ...] = ()
    has_api: bool = False  # users, roles and keys are made by requests
    tls: bool = False  # served over https, by a certificate in `Elasticsearch.certificate`


class Elasticsearch(Server):
    """A node; `membership` places it in a cluster, see `cluster`."""

    name = "elasticsearch"

    def __init__(
        self,
        *,
        port: int | None = None,
        heap: str = HEAP,
        security: Security | None = None,
        membership: str = ALONE,
        java_options: str = SHORT_LIVED,
    ) -> None:
        super().__init__(port=port)
        self.heap, self.security, self.membership = heap, security, membership
        self.java_options = java_options

    @property
    def url(self) -> str:
        """Address of the node, without name or password."""
        scheme = "https" if self.security and self.security.tls else "http"
        return f"{scheme}://{HOST}:{self.port}"

    @property
    def certificate(self) -> Path:
        """File of the certificate that a client of a node with TLS must trust."""
        return self._config / "http.pem"

    @property
    def _config(self) -> Path:
        return self.folder / "home" / "config"

    def environment(self) -> dict[str, str]:
        """Return the variables of the node; its HOME must lie outside of its own folder."""
        heap = f"-Xms{self.heap} -Xmx{self.heap} {self.java_options}"
        temporary = str(self.folder / "temporary")
        return super().environment() | {
            "ES_JAVA_HOME": str(java_home()),
            "ES_PATH_CONF": str(self._config),
            "ES_JAVA_OPTS": heap,
            "CLI_JAVA_OPTS": SHORT_LIVED,
            "ES_TMPDIR": temporary,
            "HOME": temporary,
        }

    def command(self) -> list[str]:
        """Copy the distribution where it lacks, and return what runs it."""
        home = self.folder / "home"
        if not home.exists():
            shutil.copytree(distribution(), home)
            (self.folder / "temporary").mkdir()
            self._configure()
        return [str(home / "bin" / "elasticsearch")]

    def _configure(self) -> None:
        more = self.membership + (ENCRYPTED if self.security and self.security.tls else "")
        settings = SETTINGS.format(
            host=HOST,
            port=self.port,
            folder=self.folder,
            secured=str(self.security is not None).lower(),
            more=more,
        )
        (self._config / "elasticsearch.yml").write_text(settings, encoding="utf-8")
        if self.security is not None:
            self._secure(self.security)

    def _secure(self, security: Security) -> None:
        (self._config / "roles.yml").write_text(security.roles, encoding="utf-8")
        if security.has_api:
            plugin.install(self.folder / "home")
        if security.tls:
            self._make_certificate()
            self._keep_secret("xpack.security.http.ssl.keystore.secure_password", "changeit")
        self._keep_secret("bootstrap.password", security.password)
        for user in security.users:
            self.run_once(
                self.folder / "home" / "bin" / "elasticsearch-users", "useradd", user.name,
                "-p", user.password, "-r", ",".join(user.roles),
            )  # fmt: skip

    def _keep_secret(self, name: str, value: str) -> None:
        secret = self.folder / "secret"
        secret.write_text(value, encoding="utf-8")
        tool = self.folder / "home" / "bin" / "elasticsearch-keystore"
        if not (self._config / "elasticsearch.keystore").exists():
            self.run_once(tool, "create", "-s")
        self.run_once("/bin/sh", "-c", f"exec '{tool}' add -s -f -x {name} <'{secret}'")
        secret.unlink()

    def _make_certificate(self) -> None:
        tool, keys = java_home() / "bin" / "keytool", self._config / "http.p12"
        kept = ("-keystore", keys, "-storepass", "changeit", "-alias", "http")
        self.run_once(
            tool, "-genkeypair", *kept, "-storetype", "PKCS12", "-keyalg", "RSA",
            "-dname", "CN=hub-test", "-ext", f"SAN=IP:{HOST},DNS:localhost", "-ext", "BC=ca:true",
        )  # fmt: skip
        self.run_once(tool, "-exportcert", "-rfc", *kept, "-file", self.certificate)

    def answers(self) -> bool:
        """Tell whether the node answers as part of a cluster that works."""
        try:
            health = self.ask("/_cluster/health?timeout=2s")
        except (OSError, ValueError):
            return False
        return health["status"] != "red"

    def ask(self, path: str, name: str = "elastic", password: str = "") -> dict[str, object]:
        """Return what the node answers to a GET of a user, its superuser by default.

        Raises:
            OSError: it does not answer, or by an error.
        """
        asked = urllib.request.Request(self.url + path)
        context = None
        if self.security:
            secret = f"{name}:{password or self.security.password}".encode()
            asked.add_header("Authorization", f"Basic {base64.b64encode(secret).decode()}")
            if self.security.tls:
                context = ssl.create_default_context(cafile=str(self.certificate))
        try:
            with urllib.request.urlopen(asked, timeout=3, context=context) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            refusal.close()
            raise


def cluster(size: int, *, heap: str = "400m") -> Sequence[Elasticsearch]:
    """Return the nodes of one cluster, not yet started: they wait for one another."""
    ports = [free_port() for _ in range(size)]
    seeds = ", ".join(f'"{HOST}:{port}"' for port in ports)
    names = ", ".join(f"hub-{number}" for number in range(1, size + 1))
    return [
        Elasticsearch(
            heap=heap,
            membership=TOGETHER.format(
                first=ports[0], number=number, port=port, seeds=seeds, names=names
            ),
        )
        for number, port in enumerate(ports, 1)
    ]
