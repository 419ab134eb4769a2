"""`manage.py clear_demo`: takes the demo away, and nothing that somebody made their own."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand

from home.demo.clearing import Clearing, clear_demo
from home.demo.console import telling

QUESTION = (
    "Retirer le contenu de démonstration ? Ce qui a été modifié depuis, ou sert encore, restera. "
    "[oui/non] "
)


class Command(BaseCommand):
    """Remove what the demo made and nobody changed."""

    help = (
        "Retire le contenu de démonstration, sauf ce qui a été modifié depuis et ce dont le reste "
        "du site a besoin. Dit ce qui est retiré, ce qui reste et pourquoi."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the option."""
        parser.add_argument("--yes", action="store_true", help="Ne demande pas de confirmation.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, remove, and say what was removed and what stays."""
        if not options["yes"] and not _confirmed():
            self.stdout.write("Rien n’a été retiré.")
            return
        with telling(self.stdout) as teller:
            clearing = clear_demo(teller)
        self._say(clearing)

    def _say(self, clearing: Clearing) -> None:
        if not clearing.removed and not clearing.kept:
            self.stdout.write("Rien à retirer : aucun contenu de démonstration.")
        for model, number in clearing.removed.items():
            meta = model._meta
            kind = meta.verbose_name_plural if number > 1 else meta.verbose_name
            self.stdout.write(f"Retiré : {number} {kind}.")
        for kept in clearing.kept:
            self.stdout.write(f"Gardé : {kept}.")


def _confirmed() -> bool:
    try:
        return input(QUESTION).strip().lower() in {"oui", "o"}
    except EOFError:
        return False
