"""`manage.py drain_index`: what waits, for instance since the engine was down."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.content.text import counted
from search.engines.contract import EngineDownError
from search.indexing.draining import drain
from search.indexing.rebuilding import rebuild_missing


class Command(BaseCommand):
    """Bring what waits to the index; make it where there is none."""

    help = (
        "Porte à l’index de recherche ce qui attend encore, et refait l’index s’il a disparu. À "
        "lancer chaque minute."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Drain; raises CommandError where the engine is down: what waits goes on waiting."""
        try:
            count = rebuild_missing() + drain()
        except (EngineDownError, OSError) as fault:
            raise CommandError(f"L’index n’a pas pu être mis à jour ({fault}).") from fault
        if options["verbosity"]:
            self.stdout.write(f"{counted(count, 'document mis à jour', 'documents mis à jour')}.")
