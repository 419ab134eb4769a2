"""The partners of the programme and the organisers of its events."""

import tomllib
from functools import partial
from pathlib import Path
from typing import Any

from django.db.models import Q
from django.utils.text import slugify

from home.demo.batch import Advance, once
from initiatives.models import Organisation, ProgrammeRole

SOURCE = Path(__file__).parent / "organisations.toml"


def load_organisations(advance: Advance) -> None:
    """Make the organisations that were never made, each with its roles in the programme."""
    rows = tomllib.loads(SOURCE.read_text("utf-8"))["organisation"]
    for rank, row in enumerate(rows, start=1):
        slug = slugify(row["name"])
        # One that staff or an import made is theirs: it is used, and never taken away.
        if not Organisation.objects.filter(Q(name=row["name"]) | Q(slug=slug)).exists():
            once(f"organisation/{slug}", partial(_make, row))
        advance(rank, len(rows))


def _make(row: dict[str, Any]) -> Organisation:
    organisation = Organisation(
        name=row["name"],
        slug=slugify(row["name"]),
        description=row["description"],
        economy=row.get("economy", ""),
        website=row.get("website", ""),
    )
    organisation.programme_roles = [
        ProgrammeRole(role=one["role"], from_year=one.get("from"), to_year=one.get("to"))
        for one in row.get("roles", ())
    ]
    organisation.full_clean()
    organisation.save()
    return organisation
