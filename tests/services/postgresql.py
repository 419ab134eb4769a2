"""A real PostgreSQL, as the system installed it."""

import re
import signal
import subprocess
from pathlib import Path

from hub.launch.terminal import ProblemError
from tests.services.server import HOST, Server

INSTALLED = Path("/usr/lib/postgresql")
# What a killed server had committed is still there; what survives a power cut only costs time.
OPTIONS = ("fsync=off", "full_page_writes=off", "max_connections=60")


def programs() -> Path:
    """Return the folder of the programs of the newest version.

    Raises:
        ProblemError: no version is installed.
    """
    found = [path.parent for path in INSTALLED.glob("*/bin/initdb")]
    if not found:
        raise ProblemError(
            "PostgreSQL manque : installez-le (Debian, Ubuntu : « sudo apt install postgresql »), "
            "ou nommez un serveur qui répond déjà avec HUB_TEST_DATABASE_URL."
        )
    return max(found, key=lambda path: [int(part) for part in re.findall(r"\d+", str(path))])


class PostgreSQL(Server):
    """A server with an empty database `hub` of the user `hub`, who may make others."""

    name = "postgresql"
    stop_signal = signal.SIGINT  # fast: clients are sent away, nothing is lost

    @property
    def url(self) -> str:
        """Address of the database, as `DATABASE_URL` wants it."""
        return f"postgres://hub@{HOST}:{self.port}/hub"

    def command(self) -> list[str]:
        """Make the cluster of databases where it lacks, and return what serves it."""
        data, bin_folder = self.folder / "data", programs()
        if not data.exists():
            self.run_once(
                bin_folder / "initdb", "--pgdata", data, "--auth", "trust", "--username", "hub",
                "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
            )  # fmt: skip
        options = [*OPTIONS, f"listen_addresses={HOST}", f"unix_socket_directories={self.folder}"]
        given = [word for option in options for word in ("-c", option)]
        return [str(bin_folder / "postgres"), "-D", str(data), "-p", str(self.port), *given]

    def answers(self) -> bool:
        """Tell whether the server takes connections."""
        return self._asks("pg_isready", "--quiet")

    def wait(self) -> None:
        """Return when the server takes connections and has its database."""
        super().wait()
        if not self._asks("psql", "--dbname", "hub", "--command", "select 1"):
            self.run_once(programs() / "createdb", *self._who(), "hub")

    def _who(self) -> list[str]:
        return ["--host", HOST, "--port", str(self.port), "--username", "hub"]

    def _asks(self, program: str, *words: str) -> bool:
        command = [programs() / program, *self._who(), *words]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
