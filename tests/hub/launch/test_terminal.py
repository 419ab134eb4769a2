"""Progress is shown, in a terminal and in a log."""

import pytest

from hub.launch.terminal import Progress


@pytest.fixture
def progress_of_eight(capsys):
    progress = Progress("Pages", 8)
    for _ in range(20):
        progress.advance()
    return capsys.readouterr().out


def test_a_log_gets_a_line_at_every_quarter_and_none_beyond_the_end(progress_of_eight):
    assert progress_of_eight.split() == ["Pages…", "2/8", "4/8", "6/8", "8/8"]


def test_a_terminal_gets_one_line_that_moves(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    progress = Progress("Pages", 2)
    progress.advance()
    progress.finish()
    said = capsys.readouterr().out
    assert "Pages : 1/2" in said
    assert said.count("\n") == 1
