"""`manage.py tell_ended_consents`: say which pages lost a person whose agreement has run out."""

from typing import Any

from django.core.management.base import BaseCommand

from hub.content.text import counted
from initiatives.ended_consents import tell_ended_consents


class Command(BaseCommand):
    """Tell who keeps a copy of the site; to be run some minutes after midnight at the latest."""

    help = "Signale aux copies du site les personnes dont l’accord a expiré."

    def handle(self, *args: Any, **options: Any) -> None:
        """Record, and say how many pages there were, where there were any."""
        told = tell_ended_consents()
        if told or options["verbosity"] > 1:
            self.stdout.write(f"{counted(told, 'page signalée', 'pages signalées')}.")
