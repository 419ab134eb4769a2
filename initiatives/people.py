"""What is known of a person, and how to forget it: rights of access and erasure (RGPD, 15 and 17).

A person lives in one row of `ContactPerson`. Wagtail's log keeps the names of what was edited, and
an editor may have typed a name into a text: both are looked through.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import ModelLogEntry, ReferenceIndex

from initiatives.models import ContactPerson

FORGOTTEN = "Personne effacée"


@dataclass(frozen=True)
class Mention:
    """A place outside the person's own row where one of their details stands."""

    table: str
    key: Any
    column: str
    detail: str


def find_people(query: str) -> QuerySet[ContactPerson]:
    """Return the people whose name, address, number or identifier is this text."""
    wanted = Q(name__iexact=query) | Q(email__iexact=query) | Q(phone=query)
    with suppress(ValueError):
        wanted |= Q(uid=UUID(query))
    return ContactPerson.objects.filter(wanted).order_by("pk")


def export_person(person: ContactPerson) -> dict[str, Any]:
    """Return everything known of a person: the row, where it is used, what the log says."""
    row = {field.name: _plain(person, field) for field in person._meta.concrete_fields}
    used_by = [
        {"type": str(user._meta.verbose_name), "titre": str(user)}
        for user, _ in ReferenceIndex.get_grouped_references_to(person)
    ]
    log = [
        {"quand": entry.timestamp.isoformat(), "action": entry.action, "libelle": entry.label}
        for entry in _log_entries(person).order_by("timestamp", "pk")
    ]
    return {"personne": row, "utilisee_par": used_by, "journal": log}


@transaction.atomic
def erase_person(person: ContactPerson) -> list[Mention]:
    """Delete a person and their name from the log; return where a detail still stands.

    What is returned was typed by an editor into a text: it needs a human eye.
    """
    details = details_of(person)
    _log_entries(person).update(label=FORGOTTEN, data={})
    person.delete()
    return list(mentions(details))


def details_of(person: ContactPerson) -> list[str]:
    """Return the details that identify a person: name, address, number, where known."""
    return [detail for detail in (person.name, person.email, person.phone) if detail]


def mentions(details: list[str]) -> Iterator[Mention]:
    """Yield every cell of the database, revisions and logs included, that holds a detail."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield from _mentions_in(model, details)


def _mentions_in(model: type[models.Model], details: list[str]) -> Iterator[Mention]:
    columns = [field.name for field in model._meta.local_concrete_fields if _is_text(field)]
    for column in columns:
        for detail in details:
            cells = model._base_manager.annotate(_text=_as_text(column))
            for spelling in {detail, json.dumps(detail)[1:-1]}:
                for key in cells.filter(_text__contains=spelling).values_list("pk", flat=True):
                    yield Mention(model._meta.label, key, column, detail)


def _as_text(column: str) -> models.Expression:
    return Cast(column, models.TextField())


def _is_text(field: models.Field) -> bool:
    kind = field.get_internal_type()
    return kind in {"CharField", "TextField", "JSONField", "EmailField", "SlugField", "URLField"}


def _log_entries(person: ContactPerson) -> QuerySet[ModelLogEntry]:
    kind = ContentType.objects.get_for_model(ContactPerson)
    return ModelLogEntry.objects.filter(content_type=kind, object_id=str(person.pk))


def _plain(person: ContactPerson, field: models.Field) -> str | bool | None:
    value = getattr(person, field.name)
    return value if value is None or isinstance(value, bool) else str(value)
