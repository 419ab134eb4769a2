"""`python -m tests.services PYTEST OPTIONS`: the tests beside a PostgreSQL and an Elasticsearch.

Servers that `HUB_TEST_SEARCH_URL` and `HUB_TEST_DATABASE_URL` name are used, the others are
started here and removed at the end: also after a failure, Ctrl-C or SIGTERM.
"""

import os
import signal
import subprocess
import sys
from types import FrameType

from hub.launch.terminal import ProblemError, complain, say
from tests.services.elasticsearch import Elasticsearch
from tests.services.postgresql import PostgreSQL
from tests.services.server import Server, running

SERVERS: dict[str, type[Server]] = {
    "HUB_TEST_SEARCH_URL": Elasticsearch,
    "HUB_TEST_DATABASE_URL": PostgreSQL,
}


def main(options: list[str]) -> int:
    """Start the servers that nobody gave, run pytest with the options, return its code."""
    signal.signal(signal.SIGTERM, _interrupt)
    # A shell starts what runs in its background deaf to Ctrl-C, and so would be our tests.
    signal.signal(signal.SIGINT, _interrupt)
    started = {name: made() for name, made in SERVERS.items() if not os.environ.get(name)}
    try:
        with running(*started.values()):
            addresses = {name: server.url for name, server in started.items()}
            for name in SERVERS:
                say(f"{name}={addresses.get(name) or os.environ[name]}")
            return _tests(options, addresses)
    except ProblemError as problem:
        complain(str(problem))
    except KeyboardInterrupt:
        complain("Interrompu : les serveurs sont arrêtés.")
        return 130
    return 1


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _tests(options: list[str], addresses: dict[str, str]) -> int:
    """Run pytest to its end: interrupted, it still removes what its tests started."""
    environment = os.environ | addresses | {"HUB_TEST_REQUIRE_SERVERS": "1"}
    tests = subprocess.Popen([sys.executable, "-m", "pytest", *options], env=environment)
    try:
        return tests.wait()
    except KeyboardInterrupt:
        tests.send_signal(signal.SIGINT)
        tests.wait()
        raise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
