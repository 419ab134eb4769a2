"""`make lock`: the exact, hashed versions that pyproject.toml allows."""

import os

from hub.launch.environment import DEVELOPMENT, PIP, RUNTIME, ensure_environment
from hub.launch.processes import VENV, run
from hub.launch.terminal import ProblemError

UV = "uv==0.13.9"
COMPILE = (
    VENV / "bin" / "uv", "pip", "compile", "--quiet",
    "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-emit-find-links", "--no-emit-index-url",
)  # fmt: skip
LOCKS = (
    ("pyproject.toml", "--output-file", RUNTIME),
    ("--group", "dev", "--output-file", DEVELOPMENT, "--constraints", RUNTIME),
)


def lock() -> int:
    """Write both locks; versions already there are kept unless `UPGRADE` is set.

    Raises:
        ProblemError: a version cannot be found.
    """
    ensure_environment()
    if run([*PIP, "install", "--quiet", UV]) != 0:
        raise ProblemError(f"{UV} n’a pas pu être installé : la raison est donnée ci-dessus.")
    upgrade = ["--upgrade"] if os.environ.get("UPGRADE") else []
    # The header of a lock names the command that makes it, not this machine.
    header = {"UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    for options in LOCKS:
        if run([*COMPILE, *options, *upgrade], header) != 0:
            raise ProblemError("Aucune version ne convient : la raison est donnée ci-dessus.")
    return 0
