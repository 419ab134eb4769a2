"""`manage.py prepare_site`: brings a site up to date before its processes start."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.launch.prepare import prepare
from hub.launch.terminal import ProblemError


class Command(BaseCommand):
    """Migrate, set up, index and collect what is not yet."""

    help = (
        "Met le site à jour avant le démarrage de ses processus : migrations, arborescence, index "
        "de recherche, fichiers statiques. Sans démonstration, sauf avec DEMO=1."
    )
    # A database without tables is what it begins with.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Run; raises CommandError where it cannot be done."""
        os.environ.setdefault("DEMO", "0")
        try:
            prepare(static=True)
        except ProblemError as problem:
            raise CommandError(str(problem)) from problem
