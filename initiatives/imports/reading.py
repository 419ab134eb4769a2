"""Read pages for rows that are written and never changed.

What hangs on 10,000 fiches would be 200,000 objects: it comes as plain rows, terms shared.
"""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from initiatives.models import (
    Characterisation,
    InitiativeOrganisation,
    InitiativePage,
    Organisation,
    Term,
    Verification,
)
from initiatives.models.initiative import InitiativeTag
from initiatives.querysets import TERM_FIELDS, InitiativeQuerySet


class Given(NamedTuple):
    """What a `Characterisation` says."""

    tag: Term
    evidence: str


class Linked(NamedTuple):
    """What an `InitiativeOrganisation` says."""

    role: str
    organisation: Organisation


class Checked(NamedTuple):
    """What a `Verification` says."""

    verified_on: datetime.date


def read_for_rows(pages: InitiativeQuerySet) -> list[InitiativePage]:
    """Return the pages of a queryset with what their rows hold, in a constant number of queries.

    It is in `given_read` (by vocabulary), `links_read`, `tags_read` and `checks_read`, where the
    columns look first.
    """
    found = list(pages)
    keys = [page.pk for page in found]
    given = _rows(Characterisation, "content_object", keys, "tag", "evidence")
    links = _rows(InitiativeOrganisation, "page", keys, "role", "organisation")
    tags = _rows(InitiativeTag, "content_object", keys, "tag__name")
    checks = _rows(Verification, "initiative", keys, "verified_on")
    # Read last: what is referred to is there, or has just gone.
    terms = Term.objects.in_bulk()
    organisations = Organisation.objects.in_bulk({key for row in links.values() for _, key in row})
    for page in found:
        reading: Any = page
        reading.given_read = _by_scheme(given.get(page.pk, ()), terms)
        reading.links_read = [
            Linked(role, organisations[key])
            for role, key in links.get(page.pk, ())
            if key in organisations
        ]
        reading.tags_read = [name for (name,) in tags.get(page.pk, ())]
        reading.checks_read = [Checked(day) for (day,) in checks.get(page.pk, ())]
        for field in TERM_FIELDS.values():
            setattr(page, field, terms.get(getattr(page, f"{field}_id")))
    return found


def _by_scheme(rows: Any, terms: dict[int, Term]) -> dict[str, list[Given]]:
    found: dict[str, list[Given]] = {}
    for key, evidence in rows:
        if term := terms.get(key):
            found.setdefault(term.scheme, []).append(Given(term, evidence))
    return found


def _rows(model: Any, parent: str, keys: list[int], *fields: str) -> dict[int, list[Any]]:
    """Return these fields of what hangs on pages, by page, in the order of the model."""
    found: dict[int, list[Any]] = {}
    rows = model.objects.filter(**{f"{parent}__in": keys}).values_list(parent, *fields)
    for key, *said in rows.iterator():
        found.setdefault(key, []).append(said)
    return found
