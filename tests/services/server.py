"""A server that runs beside us in a folder of its own, and never longer than we do."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from hub.launch.terminal import ProblemError

START_LIMIT = 120
STOP_LIMIT = 30
HOST = "127.0.0.1"
# Neither server runs as root; this account exists everywhere and owns nothing.
UNPRIVILEGED = "nobody"


def free_port() -> int:
    """Return a port that nobody listens to."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


class Server:
    """A process of a server, its folder and its port. It is started, then waited for.

    Several servers start side by side: `start` all of them, then `wait` for each.
    """

    name = "server"
    stop_signal = signal.SIGTERM

    def __init__(self, *, port: int | None = None) -> None:
        # Not in a folder of pytest, which lets only its owner in.
        self.folder = Path(tempfile.mkdtemp(prefix=f"hub-{self.name}-"))
        self.port = port or free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Address to give to clients."""
        raise NotImplementedError

    def answers(self) -> bool:
        """Tell whether the server is ready."""
        raise NotImplementedError

    def command(self) -> list[str]:
        """Return what runs the server in the foreground; the folder is made ready for it."""
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        """Return the variables of the server's process."""
        return {"HOME": str(self.folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}

    def start(self) -> None:
        """Start the server, again after `stop` or `kill`; what it had written is still there.

        Raises:
            ProblemError: what it needs is not installed.
        """
        command = self.command()
        with (self.folder / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*self._beside_us(), *command],
                cwd=self.folder,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # a Ctrl-C is for us: we stop the server in order
                **self._account(),
            )

    def _beside_us(self) -> list[str]:
        """Return what makes the system stop the server where we end without stopping it."""
        setpriv = shutil.which("setpriv")
        return [setpriv, "--pdeathsig", self.stop_signal.name[3:]] if setpriv else []

    def _account(self) -> dict[str, object]:
        if os.geteuid() != 0:
            return {}
        account = pwd.getpwnam(UNPRIVILEGED)
        for path in (self.folder, *self.folder.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def run_once(self, *command: str | Path) -> None:
        """Run a command of the server's, as its account and in its folder.

        Raises:
            ProblemError: it failed; the sentence carries what it said.
        """
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            **self._account(),
        )
        if done.returncode != 0:
            raise ProblemError(f"{self.name} : {Path(command[0]).name} a échoué.\n{done.stderr}")

    def wait(self) -> None:
        """Return when the server answers.

        Raises:
            ProblemError: it ended, or does not answer within the limit.
        """
        limit = time.monotonic() + START_LIMIT
        while not self.answers():
            if self.process is None or self.process.poll() is not None:
                raise ProblemError(f"{self.name} s’est arrêté avant de répondre.\n{self.said()}")
            if time.monotonic() > limit:
                raise ProblemError(
                    f"{self.name} ne répond pas après {START_LIMIT} secondes.\n{self.said()}"
                )
            time.sleep(0.1)

    def said(self) -> str:
        """Return the last lines that the server wrote."""
        log = self.folder / "console.log"
        lines = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        return "\n".join(lines.splitlines()[-20:])

    def stop(self) -> None:
        """End the server in order, by force where it takes too long."""
        if self.process is None:
            return
        self.thaw()
        self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End the server at once, as `kill -9` does."""
        self._signal(signal.SIGKILL)
        if self.process is not None:
            self.process.wait()

    def freeze(self) -> None:
        """Make the server keep its connections and answer nothing."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def remove(self) -> None:
        """End the server and remove its folder."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def running(*servers: Server) -> Iterator[None]:
    """Start servers side by side; remove all of them at the end, whatever happened."""
    try:
        for server in servers:
            server.start()
        for server in servers:
            server.wait()
        yield
    finally:
        for server in servers:
            server.remove()
