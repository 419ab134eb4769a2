"""Where things are, and how our commands are started."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def run(command: Sequence[str | Path], more: Mapping[str, str] | None = None) -> int:
    """Run a command at the root of the checkout; return its exit code.

    Takes environment variables that are added to ours.
    """
    environment = os.environ | dict(more or {})
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603


def run_quietly(
    command: Sequence[str | Path], more: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Run a command as `run` does; return its exit code and what it said, errors included."""
    environment = os.environ | dict(more or {})
    done = subprocess.run(  # noqa: S603
        command, cwd=ROOT, env=environment, check=False, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout


def start(command: Sequence[str | Path], *, read: bool = False) -> "subprocess.Popen[str]":
    """Start a command at the root of the checkout; `read` gives its outputs to us, as one."""
    out, err = (subprocess.PIPE, subprocess.STDOUT) if read else (None, None)
    return subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=err, text=True)  # noqa: S603


def succeeds(command: Sequence[str | Path]) -> bool:
    """Tell whether a command starts and exits with 0; what it prints is dropped."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603
    except OSError:
        return False
    return done.returncode == 0


def become(command: Sequence[str | Path]) -> NoReturn:
    """Replace this process by a command, so that signals reach it directly."""
    os.chdir(ROOT)
    words = [str(word) for word in command]
    os.execv(words[0], words)  # noqa: S606
