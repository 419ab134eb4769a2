"""`manage.py import_initiatives FILE.csv`: create and update fiches from a table."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from initiatives.imports.report import ImportFileError, ImportReport, ImportStopped
from initiatives.imports.service import import_initiatives
from initiatives.models import InitiativeIndexPage

EVERY = 1000
STOPPED_BY_KEYBOARD = 130


class Command(BaseCommand):
    """Reads the options, shows the progress and prints the report."""

    help = (
        "Crée ou met à jour des fiches à partir d’un fichier CSV, une par ligne, reconnues par "
        "leur clé. Relancer le même import ne change rien. Colonnes\u00a0: docs/import.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("file", type=Path, metavar="FICHIER.csv", help="Fichier à importer.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Montre ce qui serait fait, sans rien écrire."
        )
        parser.add_argument(
            "--all-or-nothing",
            action="store_true",
            help="N’écrit rien dès qu’une ligne est refusée. La base est occupée le temps de "
            "l’import.",
        )
        parser.add_argument(
            "--draft", action="store_true", help="Enregistre des brouillons, sans rien publier."
        )
        parser.add_argument(
            "--parent",
            metavar="PAGE",
            help="Liste où créer les fiches (identifiant ou adresse), s’il y en a plusieurs.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the file; exit with 1 when a row was refused, 130 when it was stopped."""
        parent = _parent(options["parent"])
        try:
            with self._progress() as progress:
                report = import_initiatives(
                    options["file"],
                    parent=parent,
                    dry_run=options["dry_run"],
                    publish=not options["draft"],
                    all_or_nothing=options["all_or_nothing"],
                    progress=progress,
                )
        except ImportFileError as fault:
            raise CommandError(f"{options['file'].name}\u00a0: {fault}") from None
        except ImportStopped as stopped:
            self._print(stopped.report)
            nothing = options["dry_run"] or options["all_or_nothing"]
            kept = "rien n’est écrit" if nothing else "ce qui est compté ci-dessus est enregistré"
            self.stderr.write(f"Import interrompu\u00a0: {kept}.")
            sys.exit(STOPPED_BY_KEYBOARD)
        self._print(report)
        if report.refused:
            nothing = options["all_or_nothing"]
            raise CommandError(
                "Rien n’est importé\u00a0: corrigez le fichier et relancez l’import."
                if nothing
                else "Corrigez les lignes refusées et relancez l’import\u00a0: les autres ne "
                "changeront plus."
            )

    def _print(self, report: ImportReport) -> None:
        for problem in report.refused:
            self.stdout.write(self.style.ERROR(str(problem)))
        counts = (
            (len(report.created), "créée", "créées"),
            (len(report.updated), "mise à jour", "mises à jour"),
            (len(report.unchanged), "inchangée", "inchangées"),
            (report.refused_rows, "refusée", "refusées"),
        )
        told = ", ".join(f"{count} {many if count > 1 else one}" for count, one, many in counts)
        prefix = "Essai, rien n’est écrit" if report.dry_run else "Fiches"
        self.stdout.write(f"{prefix}\u00a0: {told}.")

    @contextmanager
    def _progress(self) -> Iterator[Callable[[int, int], None]]:
        """A bar in a terminal; elsewhere, a line every thousand rows."""
        if not self.stdout.isatty():
            yield self._line
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(file=sys.stdout)) as bar:
            task = bar.add_task("Import", total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)

    def _line(self, done: int, total: int) -> None:
        if done % EVERY == 0:
            self.stdout.write(f"{done} lignes sur {total}")
            self.stdout.flush()


def _parent(given: str | None) -> InitiativeIndexPage:
    """Return the list under which fiches are made; raise CommandError when it is not clear."""
    lists = InitiativeIndexPage.objects.order_by("path")
    if given is not None:
        number = int(given) if given.isascii() and given.isdigit() else 0
        lists = lists.filter(Q(pk=number) | Q(slug=given))
    found = list(lists[:2])
    if not found and given is not None:
        raise CommandError(f"Aucune liste d’initiatives n’est «\u00a0{given}\u00a0».")
    if not found:
        raise CommandError(
            "Aucune liste d’initiatives n’existe encore\u00a0: lancez d’abord "
            "«\u00a0manage.py setup_site\u00a0»."
        )
    if len(found) > 1:
        raise CommandError("Il y a plusieurs listes d’initiatives\u00a0: choisissez avec --parent.")
    return found[0]
