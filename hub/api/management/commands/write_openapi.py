"""Writes the description of the API into the repository."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from hub.api.api import api
from hub.api.openapi import description


class Command(BaseCommand):
    """Writes `docs/openapi.json`, with which a test compares the API."""

    help = "Écrit la description de l’API dans docs/openapi.json."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file."""
        file = Path(settings.BASE_DIR) / "docs" / "openapi.json"
        text = json.dumps(description(api), ensure_ascii=False, indent=1, sort_keys=True)
        file.write_text(text + "\n", encoding="utf-8")
        self.stdout.write(f"Écrit : {file.relative_to(settings.BASE_DIR)}")
