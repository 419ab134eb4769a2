"""What hangs on a fiche, as plain rows where many are read only to be written.

What hangs on 10,000 fiches would be 200,000 objects. Whoever reads pages so sets `given_read`,
`tags_read` or `links_read`; of any other page, which may be a draft, its own relations are asked.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from initiatives.models import (
    Characterisation,
    ContactPerson,
    InitiativeOrganisation,
    Organisation,
    Term,
)
from initiatives.models.initiative import InitiativeTag
from initiatives.models.organisation import organisation_path


class Given(NamedTuple):
    """What a `Characterisation` says."""

    tag: Term
    evidence: str


class Tagged(NamedTuple):
    """What a free tag says."""

    name: str
    slug: str


class Named(NamedTuple):
    """What an `Organisation` is called, and where it is."""

    uid: uuid.UUID
    name: str
    slug: str

    def get_absolute_url(self) -> str:
        """Return the public page of the organisation."""
        return organisation_path(self.slug)


class Linked(NamedTuple):
    """What an `InitiativeOrganisation` says."""

    role: str
    organisation: Organisation | Named
    contact: ContactPerson | None = None


def given_to(page: Any) -> Sequence[Any]:
    """Return the terms given to a page, in the editor's order, each with its evidence."""
    read: list[Given] | None = getattr(page, "given_read", None)
    return page.characterisations.all() if read is None else read


def tags_of(page: Any) -> Sequence[Any]:
    """Return the free tags of a page."""
    read: list[Tagged] | None = getattr(page, "tags_read", None)
    return [item.tag for item in page.tagged_items.all()] if read is None else read


def links_of(page: Any) -> Sequence[Any]:
    """Return the organisations of a page, in the editor's order, each with its role."""
    read: list[Any] | None = getattr(page, "links_read", None)
    return page.organisation_links.all() if read is None else read


def set_given(pages: Sequence[Any], rows: Mapping[int, Any], terms: Mapping[int, Term]) -> None:
    """Set `given_read`; `terms` were read after the rows: one that lacks has just gone."""
    for page in pages:
        said = rows.get(page.pk, ())
        page.given_read = [Given(terms[key], why) for key, why in said if key in terms]


def set_tags(pages: Sequence[Any]) -> None:
    """Set `tags_read`, in one query."""
    rows = rows_beside(InitiativeTag, "content_object", pages, "tag__name", "tag__slug")
    for page in pages:
        page.tags_read = [Tagged(*said) for said in rows.get(page.pk, ())]


def set_links(pages: Sequence[Any]) -> None:
    """Set `links_read`, and the contacts of the fiches themselves, in two queries."""
    named = ("organisation__uid", "organisation__name", "organisation__slug")
    rows = rows_beside(InitiativeOrganisation, "page", pages, "role", "contact", *named)
    keys = {key for links in rows.values() for _, key, *_ in links}
    people = ContactPerson.objects.in_bulk({*keys, *(page.contact_id for page in pages)} - {None})
    for page in pages:
        page.contact = people.get(page.contact_id)
        page.links_read = [
            Linked(role, Named(*said), people.get(key))
            for role, key, *said in rows.get(page.pk, ())
        ]


def given_rows(pages: Sequence[Any]) -> dict[int, list[Any]]:
    """Return the keys of the terms given to pages and their evidence, in one query."""
    return rows_beside(Characterisation, "content_object", pages, "tag", "evidence")


def rows_beside(
    model: Any, parent: str, pages: Sequence[Any], *fields: str
) -> dict[int, list[Any]]:
    """Return these fields of what hangs on pages, by page, in the order of the model."""
    found: dict[int, list[Any]] = {}
    keys = [page.pk for page in pages]
    rows = model.objects.filter(**{f"{parent}__in": keys}).values_list(parent, *fields)
    for key, *said in rows.iterator():
        found.setdefault(key, []).append(said)
    return found
