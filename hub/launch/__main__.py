"""`python -m hub.launch COMMAND`: what each target of the Makefile calls.

Runs on any Python 3.11 or later, before the environment exists.
"""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

from hub.launch.environment import DEVELOPMENT, RUNTIME, ensure_environment
from hub.launch.lock import lock
from hub.launch.preflight import HOST, check_data_folder, check_room_to_install, chosen_port
from hub.launch.processes import PYTHON, become
from hub.launch.quality import check, format_all, test, test_cluster, test_services
from hub.launch.terminal import ProblemError, complain


def _serve(action: str) -> NoReturn:
    """Become the process that prepares and serves the site, once nothing can fail early."""
    port = chosen_port()
    check_data_folder()
    check_room_to_install()
    ensure_environment(RUNTIME)
    os.environ["HUB_URL"] = os.environ.get("HUB_URL") or f"http://{HOST}:{port}"
    become([PYTHON, "-m", "hub.launch.site", action, str(port)])


def run_site() -> int:
    """`make run`: the site as in production."""
    _serve("run")


def develop() -> int:
    """`make dev`: the site with the reloading server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.dev")
    _serve("dev")


def superuser() -> int:
    """`make superuser`: ask for a name and a password, make an editor account."""
    check_data_folder()
    ensure_environment(RUNTIME)
    become([PYTHON, "-m", "hub.launch.site", "superuser"])


def plugin() -> int:
    """`make plugin`: write a plugin named by `NAME`, beside the checkout or in `FOLDER`."""
    ensure_environment(RUNTIME, DEVELOPMENT)
    named = [os.environ.get("NAME", ""), os.environ.get("FOLDER", "")]
    become([PYTHON, "-m", "hub.launch.skeleton", *named])


def bench() -> int:
    """`make bench`: measure search; `SIZES` says among how many fiches."""
    ensure_environment(RUNTIME, DEVELOPMENT)
    sizes = os.environ.get("SIZES", "").split()
    become([PYTHON, "bench/search.py", *(["--sizes", *sizes] if sizes else [])])


COMMANDS: dict[str, Callable[[], int]] = {
    "run": run_site,
    "dev": develop,
    "superuser": superuser,
    "plugin": plugin,
    "bench": bench,
    "test": test,
    "test-services": test_services,
    "test-cluster": test_cluster,
    "check": check,
    "format": format_all,
    "lock": lock,
}


def main() -> int:
    """Run the command named on the command line; return the exit code."""
    command = COMMANDS.get(sys.argv[1]) if len(sys.argv) == 2 else None
    if command is None:
        complain(f"Commandes : {', '.join(COMMANDS)}.")
        return 2
    try:
        return command()
    except ProblemError as problem:
        complain(str(problem))
        return 1
    except KeyboardInterrupt:
        complain("Interrompu.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
