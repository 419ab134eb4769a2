"""`manage.py empty_trash`: deletes for good what was thrown away more than thirty days ago."""

from typing import Any

from django.core.management.base import BaseCommand

from hub.editing.trash.keeping import delete_what_is_over


class Command(BaseCommand):
    """Empty the bin of what is too old."""

    help = "Supprime définitivement les pages mises à la corbeille depuis plus de trente jours."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run and say what was done."""
        deleted, needed = delete_what_is_over()
        if not options["verbosity"]:
            return
        if deleted:
            self.stdout.write(f"Pages supprimées définitivement : {deleted}")
        for sentence in needed:
            self.stderr.write(f"Conservée : {sentence}")
