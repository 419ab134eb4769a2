"""Columns that are one field of the page."""

from collections.abc import Callable
from typing import Any

from initiatives.imports import cells
from initiatives.imports.column import Apply, Column, Context, Read, Values, Write
from initiatives.imports.terms import Terms, code_of, label_of, read_term
from initiatives.models import InitiativePage, Scheme


def field_of(name: str) -> Any:
    """Return a field of the page."""
    return InitiativePage._meta.get_field(name)


def simple(read: Callable[[str], Any]) -> Read:
    """Return the reader of a column that needs no vocabulary."""

    def read_cell(cell: str, terms: Terms) -> Any:
        return read(cell)

    return read_cell


def assign(column: str, field: str) -> Apply:
    """Return what sets a field to the value of a column."""

    def apply(page: InitiativePage, values: Values, context: Context) -> None:
        setattr(page, field, values[column])

    return apply


def assign_unless_empty(column: str, field: str) -> Apply:
    """Return what sets a field that a page cannot lack: an empty cell leaves it as it is."""

    def apply(page: InitiativePage, values: Values, context: Context) -> None:
        if values[column] is not None:
            setattr(page, field, values[column])

    return apply


def written(field: str) -> Write:
    """Return what writes a field as text."""

    def write(page: InitiativePage) -> str:
        value = getattr(page, field)
        return "" if value is None else str(value)

    return write


def text_column(name: str, field: str, label: str, description: str = "") -> Column:
    """Return the column of a field that holds a text."""
    return Column(
        name,
        label,
        description,
        write=written(field),
        read=simple(cells.text(field_of(field))),
        apply=assign(name, field),
        fields=(field,),
    )


def term_columns(
    name: str, field: str, scheme: Scheme, label: str, description: str
) -> tuple[Column, Column]:
    """Return the two columns, code and label, of a field that holds a term."""
    return (
        Column(
            name,
            label,
            description,
            write=lambda page: code_of(getattr(page, field)),
            read=read_term(scheme),
            apply=assign(name, field),
            fields=(field,),
        ),
        Column(
            f"{name}_libelle",
            f"{label} (libellé)",
            f"Lu quand «\u00a0{name}\u00a0» est vide.",
            write=lambda page: label_of(getattr(page, field)),
            label_of=name,
        ),
    )
