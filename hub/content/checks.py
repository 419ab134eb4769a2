"""Invariants of the content kit, as numbered system checks."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning as Caution, register
from wagtail.models import Page, get_page_models

from hub.content.fields import StreamField
from hub.content.models import BasePage
from hub.settings.sqlite import is_affected


@register(Tags.database)
def check_sqlite_is_sound(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`hub.E001`: SQLite is used and its library may corrupt a database in WAL mode."""
    engine = str(settings.DATABASES["default"]["ENGINE"])
    if "sqlite3" not in engine or not is_affected(sqlite3.sqlite_version_info):
        return []
    return [
        Error(
            f"SQLite {sqlite3.sqlite_version} may corrupt a database in WAL mode.",
            hint="Install pysqlite3, or a SQLite of at least 3.51.3.",
            id="hub.E001",
        )
    ]


def hub_page_models() -> list[type[Page]]:
    """Return our page types: those of all installed applications but Wagtail's own."""
    return [model for model in get_page_models() if not model.__module__.startswith("wagtail.")]


@register()
def check_page_types(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`hub.E002` to `E005`: page types that would break a promise made to every page."""
    messages: list[CheckMessage] = []
    for model in hub_page_models():
        if not issubclass(model, BasePage):
            messages.append(Error("A page type must extend BasePage.", obj=model, id="hub.E002"))
            continue
        messages += [
            Error(f"A page type declares its {name}.", obj=model, id="hub.E003")
            for name in ("parent_page_types", "subpage_types")
            if not any(name in vars(base) for base in hub_bases(model))
        ]
        if not model._meta.verbose_name or model._meta.verbose_name == model._meta.model_name:
            messages.append(Error("A page type has a French name.", obj=model, id="hub.E004"))
        messages += [
            Error(
                f"{field.name} must be hub.content.fields.StreamField: the stock one writes its "
                "blocks into migrations.",
                obj=model,
                id="hub.E005",
            )
            for field in model._meta.get_fields()
            if field.__class__.__name__ == "StreamField" and not isinstance(field, StreamField)
        ]
    return messages


def hub_bases(model: type[Page]) -> list[type]:
    """Return the classes that a page type inherits from, Wagtail's left out."""
    return [base for base in model.__mro__ if not base.__module__.startswith("wagtail.")]


@register()
def check_language(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`hub.W001`: the content language is not French, which the first migration would record."""
    if settings.LANGUAGE_CODE == "fr":
        return []
    return [Caution("LANGUAGE_CODE should be fr.", id="hub.W001")]
