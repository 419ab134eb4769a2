"""Read pages for rows that are written and never changed."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from initiatives.beside import Linked, given_rows, rows_beside, set_given, set_tags
from initiatives.models import (
    InitiativeOrganisation,
    InitiativePage,
    Organisation,
    Term,
    Verification,
)
from initiatives.querysets import TERM_FIELDS, InitiativeQuerySet


class Checked(NamedTuple):
    """What a `Verification` says."""

    verified_on: datetime.date


def read_for_rows(pages: InitiativeQuerySet) -> list[InitiativePage]:
    """Return the pages of a queryset with what their rows hold, in a constant number of queries."""
    found: list[Any] = list(pages)
    given = given_rows(found)
    links = rows_beside(InitiativeOrganisation, "page", found, "role", "organisation")
    checks = rows_beside(Verification, "initiative", found, "verified_on")
    set_tags(found)
    # Read last: what is referred to is there, or has just gone.
    terms = Term.objects.in_bulk()
    organisations = Organisation.objects.in_bulk({key for row in links.values() for _, key in row})
    set_given(found, given, terms)
    for page in found:
        said = links.get(page.pk, ())
        page.links_read = [
            Linked(role, organisations[key]) for role, key in said if key in organisations
        ]
        page.checks_read = [Checked(day) for (day,) in checks.get(page.pk, ())]
        for field in TERM_FIELDS.values():
            setattr(page, field, terms.get(getattr(page, f"{field}_id")))
    return found
