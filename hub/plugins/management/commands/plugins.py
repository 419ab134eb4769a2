"""`manage.py plugins`: what is enabled, what it brings, and what is wrong."""

from typing import Any

from django.core.checks import run_checks
from django.core.management.base import BaseCommand
from django.db import DatabaseError

from hub.plugins.checks import problems
from hub.plugins.enabling import Plugin, offered_names
from hub.plugins.problems import STORED_CONTENT
from hub.plugins.registry import (
    contributed_blocks,
    contributed_documents,
    contributed_facets,
    contributed_head_links,
    contributed_list_sections,
    contributed_panels,
    contributed_representations,
    contributed_roots,
    contributed_sections,
    contributed_urls,
    enabled,
)
from hub.plugins.roots import first_segment


class Command(BaseCommand):
    """Lists the enabled plugins."""

    help = "Liste les modules activés, ce qu’ils apportent, et ce qui ne va pas."
    # It is the command that one runs when the checks fail.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each plugin with what it brings, those that are only installed, then faults."""
        for plugin in enabled().plugins:
            self._print(plugin)
        if not enabled().plugins:
            self.stdout.write("Aucun module n’est activé.")
        others = sorted(offered_names() - {plugin.name for plugin in enabled().plugins})
        if others:
            self.stdout.write(f"Installés, non activés : {', '.join(others)}")
        for problem in problems():
            self.stderr.write(str(problem))
        self._print_cautions()

    def _print(self, plugin: Plugin) -> None:
        self.stdout.write(f"{plugin.name} {plugin.version or '(fourni)'}")
        addresses = contributed_urls().patterns.get(plugin.name)
        roots = map(first_segment, contributed_roots().patterns.get(plugin.name, ()))
        brought = {
            "points d’entrée": plugin.hooks or ["aucun"],
            "blocs": _names_of(plugin, contributed_blocks().owners),
            "sections": [
                f"{one.name} ({one.place})"
                for one in contributed_sections().declared
                if contributed_sections().owners[one.name] == plugin.name
            ],
            "listes du tableau de bord": _names_of(plugin, contributed_panels().owners),
            "types de contenus cherchés": _names_of(plugin, contributed_documents().owners),
            "critères de recherche": _names_of(plugin, contributed_facets().owners),
            "autres formes des résultats": _names_of(plugin, contributed_representations().owners),
            "liens de l’en-tête": _names_of(plugin, contributed_head_links().owners),
            "sections des listes": _names_of(plugin, contributed_list_sections().owners),
            "adresses": [
                *([f"/modules/{plugin.name}/"] if addresses else []),
                *(f"/{segment}/" for segment in sorted(set(roots))),
            ],
        }
        for what, names in brought.items():
            if names:
                self.stdout.write(f"  {what} : {', '.join(names)}")

    def _print_cautions(self) -> None:
        try:
            found = run_checks(
                tags=[STORED_CONTENT], include_deployment_checks=True, databases=["default"]
            )
        except DatabaseError:
            self.stdout.write("Le contenu n’a pas été lu : la base de données n’est pas prête.")
            return
        for one in found:
            self.stderr.write(f"{one.id}: {one.msg} {one.hint}")


def _names_of(plugin: Plugin, owners: Any) -> list[str]:
    return [name for name, owner in owners.items() if owner == plugin.name]
