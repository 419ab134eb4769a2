"""`manage.py rebuild_index`: a whole index, made while the old one answers."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from hub.content.text import counted
from search.engines import get_engine
from search.engines.contract import EngineDownError, State
from search.indexing.draining import drain
from search.indexing.rebuilding import Advance, rebuild

LABEL = "Index de recherche"
WHY = {
    State.MISSING: "il n’existe pas encore",
    State.OUTDATED: "il a été fait par une autre version du site",
    State.DAMAGED: "il est illisible ; il est mis de côté",
}


class Command(BaseCommand):
    """Build the index anew."""

    help = (
        "Refait l’index de recherche. La recherche répond pendant ce temps, et ce qui change "
        "entre-temps n’est pas perdu."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the option."""
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="Ne le refait que s’il manque, s’il est d’une autre version ou illisible.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild; raises CommandError, and the old index stays, where it cannot be done."""
        try:
            state = get_engine().state()
            if options["if_needed"] and state == State.READY:
                drain()
                self._say(options, f"{LABEL} : à jour")
                return
            if state in WHY:
                self._say(options, f"{LABEL} : {WHY[state]}.")
            with self._progress() as advance:
                count = rebuild(advance)
        except (EngineDownError, OSError) as fault:
            raise CommandError(f"{LABEL} : il n’a pas pu être refait ({fault}).") from fault
        self._say(options, f"{LABEL} : {counted(count, 'document', 'documents')}")

    def _say(self, options: dict[str, Any], text: str) -> None:
        if options["verbosity"]:
            self.stdout.write(text)

    @contextmanager
    def _progress(self) -> Iterator[Advance | None]:
        """A bar in a terminal; nothing elsewhere."""
        if not self.stdout.isatty():
            yield None
            return
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeRemainingColumn(), console=Console(file=sys.stdout)) as bar:
            task = bar.add_task(LABEL, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
