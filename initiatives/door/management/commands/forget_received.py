"""`manage.py forget_received`: delete what the public sent more than twelve months ago."""

from typing import Any

from django.core.management.base import BaseCommand

from hub.content.text import counted
from initiatives.door.retention import KEPT_MONTHS, forget_old


class Command(BaseCommand):
    """Delete what is too old; to be run at least once a day."""

    help = f"Efface les signalements reçus il y a plus de {KEPT_MONTHS} mois."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how many there were, where there were any."""
        forgotten = forget_old()
        if forgotten or options["verbosity"] > 1:
            said = counted(forgotten, "signalement effacé", "signalements effacés")
            self.stdout.write(f"{said}.")
