"""Rows and vocabularies for the tests of the import."""

import csv
import io

from initiatives.models import Term
from initiatives.vocabularies import SOURCE


def unsaved_terms():
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return [
            Term(
                pk=rank,
                scheme=row["scheme"],
                slug=row["slug"],
                name=row["name"],
                notation=row["notation"],
                sort_order=rank,
            )
            for rank, row in enumerate(csv.DictReader(file), start=1)
        ]


def valid(key="atelier", **cells):
    """A row that makes a fiche."""
    return {
        "cle": key,
        "titre": f"L’initiative {key}",
        "resume": "Une équipe décide ensemble de ses horaires.",
        "centree_sur": "entreprise",
        "en_lien_avec": "organisation",
        **cells,
    }


def table(*rows):
    """The rows as an opened CSV text."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(
        text, fieldnames=list(dict.fromkeys(name for row in rows for name in row))
    )
    writer.writeheader()
    writer.writerows(rows)
    text.seek(0)
    return text
