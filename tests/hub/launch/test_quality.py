"""`make test` says what it leaves out; `make check` names what fails."""

import pytest

from hub.launch import quality
from hub.launch.processes import ROOT
from hub.launch.terminal import ProblemError


@pytest.fixture
def commands(monkeypatch):
    """The commands that were run, with what was added to their environment."""
    ran = []

    def run(command, more=None):
        ran.append((command, more))
        return 0

    monkeypatch.setattr(quality, "run", run)
    monkeypatch.setattr(quality, "ensure_environment", lambda *locks: None)
    monkeypatch.setattr(quality, "link_sample", lambda: None)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("TESTS", raising=False)
    return ran


def test_the_browser_that_was_found_is_handed_to_the_tests(commands, monkeypatch):
    monkeypatch.setattr(quality, "find_or_install", lambda: "/usr/bin/chromium")
    assert quality.test() == 0
    ((command, more),) = commands
    assert "not server" in command
    assert more == {"HUB_CHROMIUM": "/usr/bin/chromium"}


def test_without_a_browser_its_tests_are_left_out_loudly(commands, monkeypatch, capsys):
    monkeypatch.setattr(quality, "find_or_install", lambda: None)
    quality.test()
    assert "not server and not browser" in commands[0][0]
    assert "AUCUN TEST DE NAVIGATEUR" in capsys.readouterr().err


def test_continuous_integration_must_have_a_browser(commands, monkeypatch):
    monkeypatch.setattr(quality, "find_or_install", lambda: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(ProblemError, match="Aucun Chromium"):
        quality.test()


def test_continuous_integration_accepts_no_skip(commands, monkeypatch):
    monkeypatch.setattr(quality, "find_or_install", lambda: "/usr/bin/chromium")
    monkeypatch.setenv("CI", "true")
    quality.test()
    assert "tests.no_skips" in commands[0][0]


def test_a_part_of_the_tests_can_be_named(commands, monkeypatch):
    monkeypatch.setattr(quality, "find_or_install", lambda: "/usr/bin/chromium")
    monkeypatch.setenv("TESTS", "tests/home tests/hub")
    quality.test()
    assert commands[0][0][-2:] == ["tests/home", "tests/hub"]


def test_the_tests_on_servers_take_what_touches_a_server_or_the_database(commands, monkeypatch):
    became = []
    monkeypatch.setattr(quality, "become", became.append)
    monkeypatch.setenv("TESTS", "tests/home")
    quality.test_services()
    monkeypatch.setenv("CI", "true")
    quality.test_services()
    by_hand, in_ci = became
    assert by_hand[1:3] == ["-m", "tests.services"]
    assert "server or (database and not browser)" in by_hand
    assert by_hand[-1] == "tests/home"
    assert "tests.no_skips" not in by_hand
    assert "tests.one_case" not in by_hand
    assert {"tests.no_skips", "tests.one_case"} <= set(in_ci)


def test_the_test_of_a_cluster_is_run_by_its_name(commands, monkeypatch):
    became = []
    monkeypatch.setattr(quality, "become", became.append)
    quality.test_cluster()
    assert (ROOT / became[0][-1]).is_file()


@pytest.fixture
def checks(monkeypatch):
    """The checks that were run, with their environment; `failing` names the one that fails."""
    ran, failing = [], set()

    def run_quietly(command, more):
        ran.append((command, more))
        return int(not failing.isdisjoint(command)), f"said by {command[-1]}\n"

    monkeypatch.setattr(quality, "run_quietly", run_quietly)
    monkeypatch.setattr(quality, "ensure_environment", lambda *locks: None)
    return ran, failing


def test_the_checks_stop_at_the_first_failure_and_name_it(checks, capsys):
    _, failing = checks
    failing.update({"mypy", "ruff"})
    with pytest.raises(ProblemError, match=r"Échec : Types \(mypy\)"):
        quality.check()
    said = capsys.readouterr().out
    assert "said by mypy" in said
    assert "ruff" not in said


def test_what_the_checks_say_comes_in_their_order(checks, capsys):
    assert quality.check() == 0
    titles = [line[2:] for line in capsys.readouterr().out.splitlines() if line.startswith("• ")]
    assert titles == [title for title, _ in quality.CHECKS]


def test_the_checks_see_production_and_no_data_of_this_checkout(checks):
    assert quality.check() == 0
    ran, _ = checks
    assert len(ran) == len(quality.CHECKS)
    assert all(more["HUB_URL"].startswith("https://") for _, more in ran)
    assert all("hub-check-" in more["HUB_DATA"] for _, more in ran)
