"""`manage.py run_scheduler`: all that is done without anybody asking, as one process."""

from typing import Any

from django.core.management.base import BaseCommand

from hub.operating.jobs import jobs
from hub.operating.scheduler import pause, run_due
from hub.operating.stopping import stop_on_signal


class Command(BaseCommand):
    """Run the scheduled jobs until told to stop."""

    help = (
        "Planificateur : publie à l’heure dite, vide la corbeille, oublie ce qui doit l’être, "
        "contrôle l’index, sauvegarde. S’arrête proprement sur SIGTERM."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run; one job that fails stops no other."""
        stopping = stop_on_signal()
        names = ", ".join(job.command for job in jobs())
        self.stdout.write(f"Planificateur : {names}.")
        self.stdout.flush()
        while not stopping.is_set():
            run_due(stopping.is_set)
            stopping.wait(pause())
        self.stdout.write("Planificateur arrêté.")
