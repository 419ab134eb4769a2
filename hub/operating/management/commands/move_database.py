"""`manage.py move_database URL`: the site, from SQLite to PostgreSQL."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from hub.content.text import counted
from hub.launch.terminal import ProblemError, Progress
from hub.operating.moving import move_database

NEXT = (
    "La base SQLite n’a pas changé. Donnez maintenant cette adresse au site par DATABASE_URL, puis "
    "démarrez-le."
)


class Command(BaseCommand):
    """Carry the database to another server."""

    help = (
        "Porte la base de données de SQLite vers une base PostgreSQL vide, entièrement ou pas du "
        "tout. Le site doit être arrêté."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the address."""
        parser.add_argument(
            "address", metavar="ADRESSE", help="postgres://nom:motdepasse@hôte/base"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Move; raises CommandError, and leaves the target empty, where it cannot be done."""
        progress: Progress | None = None

        def advance(done: int, of: int) -> None:
            nonlocal progress
            progress = progress or Progress("Tables", of)
            progress.advance()

        try:
            moved = move_database(options["address"], advance)
        except ProblemError as problem:
            raise CommandError(str(problem)) from problem
        except Error as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"La base d’arrivée refuse : {reason}") from error
        if progress is not None:
            progress.finish()
        rows = counted(moved.rows, "ligne", "lignes")
        self.stdout.write(f"Porté : {counted(moved.tables, 'table', 'tables')}, {rows}. {NEXT}")
