"""`manage.py search_eval FILE`: how good the answers are on a collection of texts."""

import argparse
import json
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from search.curation.synonyms import current_synonyms, starter_groups
from search.engines.contract import Engine, EngineDownError
from search.engines.elastic import ElasticEngine
from search.engines.embedded import TantivyEngine
from search.engines.memory import MemoryEngine
from search.evaluation import SCHEMA, evaluate, figures, read_collection
from search.meaning.synonyms import Synonyms

ENGINES = ("tantivy", "elastic", "memory")
PATIENCE = 20.0  # seconds: an evaluation may wait where a visitor may not


class Command(BaseCommand):
    """Index a collection in a temporary index and ask its questions."""

    help = (
        "Indexe les textes d’une collection dans un index temporaire, pose ses questions comme un "
        "visiteur, et dit combien trouvent ce qu’il faut. Le fichier est décrit dans "
        "docs/search.md."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the file and the options."""
        parser.add_argument("file", type=Path, metavar="FICHIER", help="Collection, en JSON.")
        parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="Moteur.")
        parser.add_argument(
            "--json", action="store_true", help="Écrit un objet JSON, et rien d’autre."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, ask, and write the figures."""
        try:
            collection = read_collection(options["file"])
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        try:
            with _engine(options["engine"]) as engine:
                given = evaluate(collection, engine, _synonyms())
        except EngineDownError as down:
            raise CommandError(f"Le moteur ne répond pas ({down}).") from down
        result = figures(collection, given)
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False))
            return
        for name, value in result.items():
            if name != "answers":
                self.stdout.write(
                    f"{name:<10} {value:.3f}" if isinstance(value, float) else f"{name:<10} {value}"
                )


@contextmanager
def _engine(name: str) -> Iterator[Engine]:
    """Yield an engine whose index goes at the end."""
    if name == "memory":
        yield MemoryEngine()
    elif name == "tantivy":
        with tempfile.TemporaryDirectory(prefix="hub-eval-") as folder:
            yield TantivyEngine(Path(folder), lambda: SCHEMA)
    else:
        yield from _elastic()


def _elastic() -> Iterator[Engine]:
    server = settings.HUB_SEARCH_SERVER
    if server is None:
        raise CommandError("HUB_SEARCH_URL ne nomme aucun Elasticsearch.")
    prefix = f"{server.prefix}-eval-{secrets.token_hex(3)}"
    engine = ElasticEngine(replace(server, prefix=prefix, seconds=PATIENCE), lambda: SCHEMA)
    try:
        yield engine
    finally:
        engine.remove_everything()
        engine.close()


def _synonyms() -> Synonyms:
    """Return the synonyms in force, those of a new site where there is no database yet."""
    try:
        return current_synonyms()
    except Error:
        return Synonyms(starter_groups())
