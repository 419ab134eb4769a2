"""`manage.py load_demo`: a whole site to read, from the facts of the programme and from fiction."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from home.demo.console import telling
from home.demo.loading import forget_missing, load_demo

STOPPED = "Arrêté : ce qui est fait est gardé, relancez la commande pour la suite."


class Command(BaseCommand):
    """Load the demo content."""

    help = (
        "Charge le contenu de démonstration. Peut être relancée : rien n’est doublé, rien de ce "
        "qui a été modifié ne change, rien de ce qui a été supprimé ne revient."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the option."""
        parser.add_argument(
            "--again",
            action="store_true",
            help="Recrée aussi ce qui a été supprimé, par exemple après clear_demo.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say how much was made."""
        if options["again"]:
            forget_missing()
        try:
            with telling(self.stdout) as teller:
                made = load_demo(teller)
        except KeyboardInterrupt:
            raise CommandError(STOPPED, returncode=130) from None
        if made:
            self.stdout.write(f"Démonstration chargée : {made} objets créés.")
        else:
            self.stdout.write("Rien à faire : la démonstration a déjà été chargée.")
