"""`manage.py check_index`: whether the index holds what visitors may see, and nothing else."""

from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.content.text import counted
from search.engines import get_engine
from search.engines.contract import EngineDownError, State
from search.indexing.rebuilding import rebuild
from search.indexing.reconciling import differences, repair
from search.management.commands.rebuild_index import WHY
from search.models import DocumentState

MOST_NAMED = 20


class Command(BaseCommand):
    """Compare the index with the pages."""

    help = (
        "Compare l’index de recherche aux pages, par identifiant et par version. Sort avec 1 s’il "
        "reste une différence."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the option."""
        parser.add_argument("--repair", action="store_true", help="Corrige ce qui diffère.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what differs; raises CommandError where something still does."""
        try:
            self._check(is_repairing=options["repair"])
        except (EngineDownError, OSError) as fault:
            raise CommandError(f"L’index n’a pas pu être lu ({fault}).") from fault

    def _check(self, *, is_repairing: bool) -> None:
        state = get_engine().state()
        for remark in get_engine().remarks():
            self.stdout.write(remark)
        if state != State.READY:
            if not is_repairing:
                raise CommandError(f"Index de recherche : {WHY[state].partition(' ;')[0]}.")
            self.stdout.write(f"Index de recherche : {WHY[state]}.")
            rebuild()
        found = differences()
        self._print("absent de l’index", "absents de l’index", found.missing)
        self._print("périmé dans l’index", "périmés dans l’index", found.stale)
        self._print("de trop dans l’index", "de trop dans l’index", found.superfluous)
        if found and is_repairing:
            repair(found)
            found = differences()
            self.stdout.write("Réparé." if not found else "La réparation n’a pas suffi.")
        if found:
            raise CommandError("L’index diffère des pages : relancez avec --repair.")
        self.stdout.write("L’index dit ce que disent les pages.")

    def _print(self, one: str, several: str, uids: Sequence[str]) -> None:
        if not uids:
            return
        states = DocumentState.objects.filter(pk__in=uids[:MOST_NAMED])
        titles = {str(state.uid): state.title for state in states}
        counting = counted(len(uids), f"document {one}", f"documents {several}")
        self.stdout.write(f"{counting} :")
        for uid in uids[:MOST_NAMED]:
            self.stdout.write(f"  {uid} {titles.get(uid, '')}".rstrip())
        if len(uids) > MOST_NAMED:
            self.stdout.write("  …")
