"""`manage.py plugins`: what is enabled, and what it brings."""

from typing import Any

from django.core.management.base import BaseCommand

from hub.plugins.checks import problems
from hub.plugins.registry import contributed_blocks, enabled


class Command(BaseCommand):
    """Lists the enabled plugins."""

    help = "Liste les modules activés et ce qu’ils apportent."
    # It is the command that one runs when the checks fail.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each plugin with its version, hooks and blocks, then what is wrong."""
        owners = contributed_blocks().owners
        for plugin in enabled().plugins:
            self.stdout.write(f"{plugin.name} {plugin.version or '(fourni)'}")
            self.stdout.write(f"  points d’entrée : {', '.join(plugin.hooks) or 'aucun'}")
            blocks = [name for name, owner in owners.items() if owner == plugin.name]
            if blocks:
                self.stdout.write(f"  blocs : {', '.join(blocks)}")
        if not enabled().plugins:
            self.stdout.write("Aucun module n’est activé.")
        for problem in problems():
            self.stderr.write(str(problem))
