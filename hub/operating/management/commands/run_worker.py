"""`manage.py run_worker`: the tasks of the database queue and of the index, as one process."""

from typing import Any

from django.core.management.base import BaseCommand

from hub.operating.worker import run_worker


class Command(BaseCommand):
    """Work until told to stop."""

    help = (
        "Worker : fait les tâches en attente (HUB_TASKS=database) et porte à l’index de recherche "
        "ce qui l’attend. S’arrête proprement sur SIGTERM."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run; one task that fails stops no other."""
        self.stdout.write("Worker en marche.")
        self.stdout.flush()
        run_worker()
        self.stdout.write("Worker arrêté.")
