"""The Makefile documents itself, and finds a Python that is recent enough."""

import os
import re
import subprocess
import sys

from hub.launch.__main__ import COMMANDS
from hub.launch.processes import ROOT


def make(*words, path=None):
    environment = os.environ | ({"PATH": path} if path else {})
    environment.pop("MAKEFLAGS", None)
    return subprocess.run(
        ["/usr/bin/make", *words], cwd=ROOT, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_help_lists_every_target():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split())
    listed = set(re.findall(r"^  make (\S+)", make("help").stdout, re.MULTILINE))
    assert listed == targets
    assert listed >= set(COMMANDS)


def test_a_python_too_old_is_said_in_one_sentence(tmp_path):
    for name in ("python", "python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        stub = tmp_path / name
        stub.write_text("#!/bin/sh\nexit 1\n")
        stub.chmod(0o755)
    done = make("run", path=f"{tmp_path}:/usr/bin:/bin")
    assert done.returncode != 0
    assert "Python 3.11 ou plus récent est nécessaire" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_command_lists_the_known_ones():
    command = [sys.executable, "-m", "hub.launch", "fly"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "run, dev, superuser" in done.stderr
