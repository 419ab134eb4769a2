"""`make test`, `make check` and `make format`."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

from hub.launch.browser import find_or_install
from hub.launch.environment import DEVELOPMENT, RUNTIME, ensure_environment
from hub.launch.linking import link_sample
from hub.launch.processes import PYTHON, VENV, become, run, run_quietly
from hub.launch.terminal import ProblemError, complain, say

PACKAGES = ("hub", "home", "initiatives", "search")
MANAGE = (PYTHON, "manage.py")
PYTEST = (PYTHON, "-m", "pytest")
# The tests of one file stay together, with what they make once, until one process has no more.
ON_TWO = ("--numprocesses", "2", "--dist", "worksteal")
DJLINT = (PYTHON, "-m", "djlint", "templates", *PACKAGES)
CLUSTER_TEST = "tests/search/engines/elastic/on_demand_cluster.py"
COMPOSE_SPECIFICATION = ("--builtin-schema", "vendor.compose-spec")
LOCK_TEST = "tests/test_requirements.py"

AT_ONCE = 2  # checks

Command = tuple[str | Path, ...]
CHECKS: tuple[tuple[str, Command], ...] = (
    ("Types (mypy)", (PYTHON, "-m", "mypy")),  # the longest
    ("Règles de code (ruff check)", (PYTHON, "-m", "ruff", "check")),
    ("Format du code (ruff format)", (PYTHON, "-m", "ruff", "format", "--check")),
    ("Couches (import-linter)", (VENV / "bin" / "lint-imports",)),
    ("Règles des gabarits (djlint --lint)", (*DJLINT, "--lint", "--quiet")),
    (
        "Conteneurs (compose.yaml)",
        (PYTHON, "-m", "check_jsonschema", *COMPOSE_SPECIFICATION, "compose.yaml"),
    ),
    ("Migrations (makemigrations --check)", (*MANAGE, "makemigrations", "--check", "--dry-run")),
    ("Mise en production (check --deploy)", (*MANAGE, "check", "--deploy", "--fail-level=WARNING")),
    ("Dépendances épinglées", (*PYTEST, "-q", LOCK_TEST)),
)
FORMATS: tuple[Command, ...] = (
    (PYTHON, "-m", "ruff", "check", "--fix-only"),
    (PYTHON, "-m", "ruff", "format"),
)


def _in_ci() -> bool:
    return os.environ.get("CI") == "true"


def test() -> int:
    """Run the tests named by `TESTS`, all by default, on two processes; return pytest's code.

    Without any Chromium the browser tests are left out, and said to be; continuous integration
    must have one, and accepts no skipped test.

    Raises:
        ProblemError: no browser in continuous integration.
    """
    ensure_environment(RUNTIME, DEVELOPMENT)
    link_sample()
    chromium = find_or_install()
    wanted = "not server" if chromium else "not server and not browser"
    options = [*ON_TWO, "-m", wanted]
    if _in_ci():
        if chromium is None:
            raise ProblemError("Aucun Chromium : l’intégration continue doit en avoir un.")
        options += ["-p", "tests.no_skips"]
    named = os.environ.get("TESTS", "").split()
    code = run([*PYTEST, *options, *named], {"HUB_CHROMIUM": chromium} if chromium else None)
    if chromium is None:
        complain("ATTENTION : sans Chromium, AUCUN TEST DE NAVIGATEUR N’A ÉTÉ LANCÉ.")
    return code


def test_services() -> NoReturn:
    """Become the tests named by `TESTS`, all by default, on a real PostgreSQL and Elasticsearch.

    Those that need a server, and all that touch the database, but for the browser's. Continuous
    integration, which has run every case on SQLite, runs one case of each test on PostgreSQL.
    """
    ensure_environment(RUNTIME, DEVELOPMENT)
    link_sample()
    options = [*ON_TWO, "-m", "server or (database and not browser)"]
    if _in_ci():
        say("Intégration continue : sur PostgreSQL, un cas d’un test sur vingt, tirés au sort.")
        options += ["-p", "tests.no_skips", "-p", "tests.one_case"]
    become([PYTHON, "-m", "tests.services", *options, *os.environ.get("TESTS", "").split()])


def test_cluster() -> NoReturn:
    """Become the test that kills the nodes of a cluster: on demand, it takes much memory."""
    ensure_environment(RUNTIME, DEVELOPMENT)
    become([*PYTEST, "-q", "-s", "-n0", CLUSTER_TEST])


def check() -> int:
    """Run every check, two at a time, and tell the first that fails.

    Raises:
        ProblemError: naming the check that failed.
    """
    ensure_environment(RUNTIME, DEVELOPMENT)
    with tempfile.TemporaryDirectory(prefix="hub-check-") as data:
        # The checks see a site in production, and never the data of this checkout.
        production = {"HUB_DATA": data, "HUB_URL": "https://hub.example.org"}
        for title, code, said in _checked(production):
            say(f"• {title}\n{said.rstrip()}")
            if code != 0:
                raise ProblemError(f"Échec : {title}.")
    say("Tout est en ordre.")
    return 0


def _checked(environment: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    """Yield each check as it is done, in their order: title, exit code, what it said."""
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        doing = [(title, pool.submit(run_quietly, check, environment)) for title, check in CHECKS]
        for title, done in doing:
            yield title, *done.result()
    finally:
        pool.shutdown(cancel_futures=True)


def format_all() -> int:
    """Put Python and templates in their one format; return the first code that is not 0."""
    ensure_environment(RUNTIME, DEVELOPMENT)
    return next(filter(None, map(run, FORMATS)), 0)
