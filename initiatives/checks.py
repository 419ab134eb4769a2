"""Invariants of the domain, as numbered system checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from initiatives.models import ContactPerson, InitiativePage


@register()
def check_people_stay_out_of_revisions(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`hub.E010`: personal data must live in one table, outside pages and their revisions."""
    messages: list[CheckMessage] = []
    if hasattr(ContactPerson, "revisions"):
        messages.append(
            Error("ContactPerson must keep no revisions.", obj=ContactPerson, id="hub.E010")
        )
    field = InitiativePage._meta.get_field("contact")
    if not field.many_to_one:
        messages.append(
            Error("A page refers to a person, and holds nothing of it.", obj=field, id="hub.E010")
        )
    return messages
