"""`manage.py backup DIR`: the database, the files and the settings of the site, as one folder."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from hub.content.text import counted
from hub.launch.terminal import ProblemError
from hub.operating.backup.making import make_backup
from hub.operating.backup.manifest import read_manifest


def at_least_one(text: str) -> int:
    """Return a number of backups. Raises ArgumentTypeError for none."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("un nombre d’au moins 1 est attendu")
    return int(text)


class Command(BaseCommand):
    """Save the site while it runs."""

    help = (
        "Sauvegarde la base de données, les fichiers et la liste des réglages (sans secret), "
        "pendant que le site marche. Une sauvegarde est entière, ou n’existe pas."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the folder, and how many backups it keeps."""
        parser.add_argument("folder", metavar="DOSSIER", type=Path)
        parser.add_argument(
            "--keep", metavar="N", type=at_least_one,
            help="ne garde que les N dernières sauvegardes du dossier",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Save; raises CommandError, and leaves nothing, where it cannot be done."""
        try:
            made = make_backup(options["folder"], options["keep"])
        except ProblemError as problem:
            raise CommandError(str(problem)) from problem
        except Error as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"La base de données refuse : {reason}") from error
        if options["verbosity"]:
            manifest = read_manifest(made)
            rows = counted(sum(manifest.rows.values()), "ligne", "lignes")
            files = counted(manifest.media_files, "fichier", "fichiers")
            self.stdout.write(f"Sauvegardé dans {made} : {rows}, {files}.")
