"""What the person at the terminal reads: steps, progress, and problems in one sentence."""

import sys
import time

CLEAR_LINE = "\r\033[K"


class ProblemError(Exception):
    """A reason to stop, as one clear French sentence."""


def say(text: str) -> None:
    """Write one line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Write one line on the error output at once."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


class Progress:
    """A counter on one line of a terminal; every quarter of the way where there is none."""

    def __init__(self, label: str, total: int) -> None:
        self.label, self.total, self.done = label, max(total, 1), 0
        self.started = time.monotonic()
        self.live = sys.stdout.isatty()
        if not self.live:
            say(f"{label}…")

    def advance(self) -> None:
        """Count one more; beyond the total, which is an estimate, nothing more is said."""
        if self.done == self.total:
            return
        self.done += 1
        if self.live:
            sys.stdout.write(f"{CLEAR_LINE}{self.label} : {self.done}/{self.total}")
            sys.stdout.flush()
        elif self.done * 4 // self.total != (self.done - 1) * 4 // self.total:
            say(f"  {self.done}/{self.total}")

    def finish(self) -> None:
        """Say that the step is done and how long it took."""
        seconds = time.monotonic() - self.started
        say(f"{CLEAR_LINE if self.live else ''}{self.label} : fait en {seconds:.0f} s")
