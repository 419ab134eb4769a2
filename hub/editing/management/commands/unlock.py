"""`manage.py unlock NAME`: let somebody sign in again before the end of the wait."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from hub.editing.lockout import unlock


class Command(BaseCommand):
    """Forget the failed attempts to sign in under a name."""

    help = "Permet à un compte verrouillé de se connecter sans attendre."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the name."""
        parser.add_argument("name", metavar="IDENTIFIANT", help="le nom saisi pour se connecter")

    def handle(self, *args: Any, **options: Any) -> None:
        """Unlock, and say whether there was anything to."""
        name = options["name"]
        if unlock(name):
            self.stdout.write(f"« {name} » peut se connecter de nouveau.")
        else:
            self.stdout.write(f"« {name} » n’est pas verrouillé : aucun essai n’est retenu.")
