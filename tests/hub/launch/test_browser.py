"""The browser of the tests is the machine's, else the one that can be installed."""

import pytest

from hub.launch import browser


@pytest.fixture
def machine(monkeypatch):
    """A machine without browser, whose user is not root."""
    monkeypatch.delenv("HUB_CHROMIUM", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(browser, "run", lambda *words: 1)
    return monkeypatch


def test_a_browser_that_starts_is_taken(machine):
    machine.setattr(browser.shutil, "which", lambda name: f"/bin/{name}")
    machine.setattr(browser, "succeeds", lambda command: "google" in command[0])
    assert browser.find_or_install() == "/bin/google-chrome"


def test_a_browser_named_by_the_environment_comes_first(machine):
    machine.setenv("HUB_CHROMIUM", "/opt/mine")
    machine.setattr(browser, "succeeds", lambda command: True)
    assert browser.find_or_install() == "/opt/mine"


def test_root_gets_one_by_apt(machine):
    installed = []

    def run(command, more):
        installed.extend(word for word in command if word == "chromium")
        return 0

    machine.setattr(browser.os, "geteuid", lambda: 0)
    machine.setattr(
        browser.shutil, "which", lambda name: "/x" if installed or "apt" in name else None
    )
    machine.setattr(browser, "succeeds", lambda command: True)
    machine.setattr(browser, "run", run)
    assert browser.find_or_install() == "/x"


def test_where_nothing_can_be_had_there_is_none(machine):
    assert browser.find_or_install() is None
