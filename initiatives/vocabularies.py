"""Loads the vocabularies of `data/vocabularies.csv`, once: what staff changed stays as it is."""

import csv
from functools import partial
from pathlib import Path

from hub.content.models.seed import seed
from initiatives.models import Term

SOURCE = Path(__file__).parent / "data" / "vocabularies.csv"
BATCH = "vocabulaires"


def load_vocabularies() -> int:
    """Make the terms that were never made, in their order; return how many were made.

    A term that staff renamed, moved or deleted is left as it is. A term that exists under its
    scheme and slug without having been made here is adopted.
    """
    before = Term.objects.count()
    with SOURCE.open(encoding="utf-8", newline="") as file:
        for rank, row in enumerate(csv.DictReader(file), start=1):
            seed(BATCH, f"{row['scheme']}/{row['slug']}", partial(_term, row, rank * 10))
    return Term.objects.count() - before


def _term(row: dict[str, str], order: int) -> Term:
    parent = Term.objects.filter(scheme=row["scheme"], slug=row["parent"]).first()
    made, _ = Term.objects.get_or_create(
        scheme=row["scheme"],
        slug=row["slug"],
        defaults={
            "name": row["name"],
            "parent": parent,
            "notation": row["notation"],
            "source": row["source"],
            "definition": row["definition"],
            "sort_order": order,
        },
    )
    return made
