"""How far a long command is: bars on a terminal, plain lines in a log."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import TextIOBase
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from home.demo.batch import Advance


class Teller(Protocol):
    """Told of each step of a command, and given back what to call as the step goes on."""

    def step(self, label: str) -> AbstractContextManager[Advance]:
        """Open a step."""


class Lines:
    """One line per finished step."""

    def __init__(self, out: TextIOBase) -> None:
        self._out = out

    @contextmanager
    def step(self, label: str) -> Iterator[Advance]:
        """Write the label when the step is done."""
        yield _say_nothing
        self._out.write(f"{label} : fait.\n")


def _say_nothing(done: int, total: int) -> None:
    """A log has no use for the parts of a step."""


class Bars:
    """One bar per step."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    @contextmanager
    def step(self, label: str) -> Iterator[Advance]:
        """Show a bar, full when the step is done."""
        task = self._progress.add_task(label, total=None)

        def advance(done: int, total: int) -> None:
            self._progress.update(task, completed=done, total=total)

        yield advance
        total = self._progress.tasks[task].total or 1
        self._progress.update(task, completed=total, total=total)


@contextmanager
def telling(out: TextIOBase) -> Iterator[Teller]:
    """Give the way to tell that suits where the command writes."""
    if not out.isatty():
        yield Lines(out)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=Console(file=sys.stdout)) as progress:
        yield Bars(progress)
