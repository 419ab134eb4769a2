"""`manage.py setup_site`: the tree, the vocabularies and the legal pages of a new site."""

from typing import Any

from django.core.management.base import BaseCommand

from home.site_tree import set_up_site


class Command(BaseCommand):
    """Make what a site needs and has never had."""

    help = (
        "Crée l’arborescence, les vocabulaires et les pages légales d’un nouveau site. "
        "Peut être relancée : rien n’est doublé, rien de ce qui a été modifié ne change, "
        "rien de ce qui a été supprimé ne revient."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the set-up and say what was done."""
        home = set_up_site(self.stdout.write)
        self.stdout.write(f"Arborescence en place sous {home.full_url}")
