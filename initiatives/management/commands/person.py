"""`manage.py person export|erase`: the rights of access and erasure."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.content.text import counted
from initiatives.door.models import Sender
from initiatives.door.people import details_of_sender, export_sender, find_senders
from initiatives.models import ContactPerson
from initiatives.people import details_of, erase_person, export_person, find_people, mentions


class Command(BaseCommand):
    """Export or erase what is known of a person."""

    help = "Exporte ou efface ce qui est connu d’une personne à contacter, ou qui a signalé."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the action and the person."""
        parser.add_argument("action", choices=["export", "erase"])
        parser.add_argument("person", help="Nom, adresse électronique, téléphone ou identifiant.")
        parser.add_argument("--yes", action="store_true", help="Efface sans demander.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the action on every row that matches; raise CommandError when there is none."""
        people = list(find_people(options["person"]))
        senders = list(find_senders(options["person"]))
        if not people and not senders:
            raise CommandError(f"Personne ne correspond à « {options['person']} ».")
        if options["action"] == "export":
            exported = [export_person(person) for person in people]
            exported += [export_sender(sender) for sender in senders]
            self.stdout.write(json.dumps(exported, ensure_ascii=False, indent=2))
            return
        if not options["yes"] and not self._confirmed([*people, *senders]):
            raise CommandError("Rien n’a été effacé.")
        self._erase(people, senders)

    def _confirmed(self, people: list[ContactPerson | Sender]) -> bool:
        names = ", ".join(str(person) for person in people)
        return input(f"Effacer définitivement {names} ? Tapez oui : ").strip().lower() == "oui"

    def _erase(self, people: list[ContactPerson], senders: list[Sender]) -> None:
        details = [detail for sender in senders for detail in details_of_sender(sender)]
        details += [detail for person in people for detail in details_of(person)]
        for sender in senders:
            sender.delete()
        for person in people:
            erase_person(person)
        left = list(mentions(list(dict.fromkeys(details))))
        erased = len(people) + len(senders)
        self.stdout.write(f"{counted(erased, 'personne effacée', 'personnes effacées')}.")
        if not left:
            return
        for mention in left:
            self.stderr.write(f"  {mention.table} n° {mention.key}, colonne {mention.column}")
        raise CommandError(
            f"Une coordonnée reste écrite à {counted(len(left), 'endroit', 'endroits')} (voir "
            "ci-dessus) : ce sont des textes saisis par la rédaction, à corriger à la main (les "
            "révisions d’une page se purgent avec purge_revisions)."
        )
