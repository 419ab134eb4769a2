"""`manage.py person export|erase`: the rights of access and erasure."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from initiatives.models import ContactPerson
from initiatives.people import erase_person, export_person, find_people


class Command(BaseCommand):
    """Export or erase what is known of a person."""

    help = "Exporte ou efface tout ce qui est connu d’une personne à contacter."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the action and the person."""
        parser.add_argument("action", choices=["export", "erase"])
        parser.add_argument("person", help="Nom, adresse électronique, téléphone ou identifiant.")
        parser.add_argument("--yes", action="store_true", help="Efface sans demander.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the action on every row that matches; raise CommandError when there is none."""
        people = list(find_people(options["person"]))
        if not people:
            raise CommandError(f"Personne ne correspond à « {options['person']} ».")
        if options["action"] == "export":
            exported = [export_person(person) for person in people]
            self.stdout.write(json.dumps(exported, ensure_ascii=False, indent=2))
            return
        if not options["yes"] and not self._confirmed(people):
            raise CommandError("Rien n’a été effacé.")
        self._erase(people)

    def _confirmed(self, people: list[ContactPerson]) -> bool:
        names = ", ".join(person.name for person in people)
        return input(f"Effacer définitivement {names} ? Tapez oui : ").strip().lower() == "oui"

    def _erase(self, people: list[ContactPerson]) -> None:
        left = [mention for person in people for mention in erase_person(person)]
        self.stdout.write(f"{len(people)} fiche(s) de personne effacée(s).")
        if not left:
            return
        for mention in left:
            self.stderr.write(f"  {mention.table} n° {mention.key}, colonne {mention.column}")
        raise CommandError(
            f"Une coordonnée reste écrite à {len(left)} endroit(s), ci-dessus : ce sont des "
            "textes saisis par la rédaction, à corriger à la main (les révisions d’une page se "
            "purgent avec purge_revisions)."
        )
