"""The Chromium of the browser tests: the machine's, else installed where that is possible."""

import os
import shutil
import subprocess

from hub.launch.processes import PYTHON, run, succeeds
from hub.launch.terminal import say

# The first is Debian's Chromium without windows: the browser tests take a quarter less time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
WHERE_PLAYWRIGHT_PUTS_IT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as tool: print(tool.chromium.executable_path)"
)


def find_or_install() -> str | None:
    """Return the path of a Chromium that starts, installed if need be, or None."""
    return _on_this_machine() or _by_apt() or _by_playwright()


def _on_this_machine() -> str | None:
    candidates = [os.environ.get("HUB_CHROMIUM"), *map(shutil.which, NAMES)]
    # Ubuntu has a chromium-browser that only says to install another package.
    return next((path for path in candidates if path and succeeds([path, "--version"])), None)


def _by_apt() -> str | None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    say("Navigateur des tests : installation de Chromium par apt…")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    packages = ["chromium", "fonts-dejavu-core"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if run(["apt-get", "update", "-qq"], quiet) or run(install, quiet):
        return None
    return _on_this_machine()


def _by_playwright() -> str | None:
    say("Navigateur des tests : installation par Playwright…")
    if run([PYTHON, "-m", "playwright", "install", "chromium"]) != 0:
        return None
    asked = subprocess.run(  # noqa: S603
        [PYTHON, "-c", WHERE_PLAYWRIGHT_PUTS_IT], capture_output=True, text=True, check=False
    )
    path = asked.stdout.strip()
    return path if path and succeeds([path, "--version"]) else None
