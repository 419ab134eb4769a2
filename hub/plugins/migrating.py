"""What the migrations of applications lack, as Django would write it."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AlterField, AlterModelOptions
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import Field
from django.utils import translation


def missing_operations(labels: Iterable[str]) -> dict[str, list[Operation]]:
    """Return the operations that would make migrations and models of these applications agree."""
    wanted = set(labels)
    loader = MigrationLoader(None)
    with translation.override(None):  # migrations hold untranslated names
        before, after = loader.project_state(), ProjectState.from_apps(apps)
        changed = MigrationAutodetector(before, after).changes(
            graph=loader.graph, trim_to_apps=wanted
        )
    return {
        label: [operation for migration in changed[label] for operation in migration.operations]
        for label in sorted(set(changed) & wanted)
    }


def missing_in_tables(labels: Iterable[str]) -> dict[str, list[Operation]]:
    """Return those of them that change a table.

    A help text that we change in `BasePage` asks for no migration of a plugin.
    """
    before = MigrationLoader(None).project_state()
    found = {
        label: [one for one in operations if _changes_table(one, label, before)]
        for label, operations in missing_operations(labels).items()
    }
    return {label: operations for label, operations in found.items() if operations}


def _changes_table(operation: Operation, label: str, before: ProjectState) -> bool:
    if isinstance(operation, AlterModelOptions):
        return False
    if not isinstance(operation, AlterField):
        return True
    model = before.models[label, operation.model_name_lower]
    return _stored_form(operation.field) != _stored_form(model.fields[operation.name])


def _stored_form(field: Field) -> tuple[Any, ...]:
    """Return what of a field its column depends on."""
    _, path, args, kwargs = field.deconstruct()
    told = {"help_text", "verbose_name", "choices", "error_messages", "validators"}
    return path, args, {name: value for name, value in kwargs.items() if name not in told}
