"""`manage.py publish_scheduled`: Wagtail's command, of which one failing page stops no other."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.editing.scheduling import publish_what_is_due, what_is_due


class Command(BaseCommand):
    """Publish and withdraw what has come to its hour."""

    help = "Publie et retire les pages dont l’heure est venue, chacune d’un bloc ou pas du tout."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add Wagtail's own option."""
        parser.add_argument("--dryrun", action="store_true", help="dit ce qui serait fait")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run; raises CommandError when something failed, once all the rest is done."""
        if options["dryrun"]:
            for due in what_is_due():
                self.stdout.write(str(due))
            return
        failures = publish_what_is_due()
        if failures:
            raise CommandError("Publication programmée : " + " ; ".join(failures))
