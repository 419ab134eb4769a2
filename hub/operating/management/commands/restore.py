"""`manage.py restore DIR`: what `backup` has saved, in the place of this site."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from hub.content.text import counted
from hub.launch.terminal import ProblemError
from hub.operating.backup.restoring import restore


class Command(BaseCommand):
    """Put a backup in place."""

    help = (
        "Restaure une sauvegarde : la vérifie, puis met en place la base de données et les "
        "fichiers, et refait l’index de recherche. Le site doit être arrêté."
    )
    # A damaged database is what one restores over.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the folder of one backup."""
        parser.add_argument("folder", metavar="SAUVEGARDE", type=Path)
        parser.add_argument(
            "--replace", action="store_true",
            help="remplace le contenu du site, gardé à côté dans HUB_DATA",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore; raises CommandError where it cannot be done."""
        try:
            done = restore(options["folder"], is_replacing=options["replace"])
        except ProblemError as problem:
            raise CommandError(str(problem)) from problem
        except Error as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"La base de données refuse : {reason}") from error
        call_command("rebuild_index", verbosity=0)
        rows = counted(sum(done.manifest.rows.values()), "ligne", "lignes")
        files = counted(done.manifest.media_files, "fichier", "fichiers")
        self.stdout.write(f"Restauré : {rows}, {files} ; index de recherche refait.")
        if done.aside is not None:
            self.stdout.write(f"Ce qui a été remplacé est gardé dans {done.aside}.")
