"""`manage.py grant_search`: gives the site a user of its own on secured Elasticsearch servers."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.contract import EngineDownError
from search.engines.elastic.granting import grant

PASSWORD = "HUB_SEARCH_ADMIN_PASSWORD"  # noqa: S105 — the name of a variable


class Command(BaseCommand):
    """Make the role and the user that HUB_SEARCH_URL names."""

    help = (
        "Crée sur Elasticsearch l’utilisateur que nomme HUB_SEARCH_URL, avec les seuls droits "
        "nécessaires à la recherche, ou remet à jour ses droits et son mot de passe. Le mot de "
        f"passe de l’administrateur est lu dans {PASSWORD}."
    )
    # It runs before the database has tables.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name of the administrator."""
        parser.add_argument(
            "--admin", default="elastic", help="l’administrateur d’Elasticsearch (elastic)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Grant; raises CommandError where something lacks, or the servers refuse."""
        server, administrator = settings.HUB_SEARCH_SERVER, options["admin"]
        if server is None or not server.user:
            raise CommandError("HUB_SEARCH_URL ne nomme pas d’utilisateur.")
        if server.user == administrator:
            raise CommandError(
                f"HUB_SEARCH_URL nomme l’administrateur « {administrator} » : donnez-lui un autre "
                "utilisateur, par exemple « hub », qui sera créé."
            )
        password = os.environ.get(PASSWORD, "")
        if not password:
            raise CommandError(f"{PASSWORD} manque : le mot de passe de « {administrator} ».")
        try:
            grant(server, administrator, password)
        except EngineDownError as fault:
            raise CommandError(
                f"« {administrator} » n’a pas pu créer l’utilisateur « {server.user} » ({fault})."
            ) from fault
        self.stdout.write(
            f"L’utilisateur « {server.user} » a les droits nécessaires à la recherche, et nul "
            "autre."
        )
