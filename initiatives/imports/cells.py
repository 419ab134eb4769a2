"""Read one cell: a text in, a Python value out, or a ValidationError in French.

Nothing here reads or writes the database.
"""

import datetime
import math
import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from hub.territory.folding import fold
from initiatives.imports.wording import did_you_mean, quoted

_LINE_BREAKS = re.compile(r"[\r\n\t]+")
_SPACES = re.compile(r"[\s\u202f\u00a0]+")
_INTEGER = re.compile(r"[0-9]{1,12}", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{1,18})?", re.ASCII)
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_FRENCH_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", re.ASCII)
# Neither XML feeds nor PostgreSQL accept them.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_YES = frozenset({"oui", "o", "vrai", "true", "yes", "1", "x"})
_NO = frozenset({"non", "n", "faux", "false", "no", "0"})


def check_characters(cell: str) -> None:
    """Refuse control characters and broken text."""
    if _FORBIDDEN.search(cell):
        raise ValidationError("La cellule contient un caractère de contrôle.")


def one_line(cell: str) -> str:
    """Return the text on one line, without the blanks around it."""
    return _LINE_BREAKS.sub(" ", cell).strip()


def check_length(text: str, limit: int | None) -> str:
    """Return the text; refuse it when it is longer than the limit."""
    if limit is not None and len(text) > limit:
        raise ValidationError(f"{len(text)} caractères, pour {limit} au plus.")
    return text


def text(field: models.Field[Any, Any]) -> Callable[[str], str]:
    """Return a reader of the texts that a model field accepts."""
    limit = field.max_length

    def read(cell: str) -> str:
        value = check_length(one_line(cell), limit)
        if value:
            field.run_validators(value)
        return value

    return read


def integer(field: models.Field[Any, Any]) -> Callable[[str], int | None]:
    """Return a reader of the whole numbers that a model field accepts; "1 200" is understood."""

    def read(cell: str) -> int | None:
        digits = _SPACES.sub("", cell)
        if not digits:
            return None
        if not _INTEGER.fullmatch(digits):
            raise ValidationError("Un nombre entier est attendu, par exemple 15.")
        value = int(digits)
        field.run_validators(value)
        return value

    return read


def degrees(limit: int) -> Callable[[str], float | None]:
    """Return a reader of degrees between -limit and limit, with a point or a comma."""

    def read(cell: str) -> float | None:
        number = _SPACES.sub("", cell).replace("\u2212", "-")
        if not number:
            return None
        value = float(number.replace(",", ".")) if _DECIMAL.fullmatch(number) else math.nan
        if not abs(value) <= limit:
            raise ValidationError(
                f"Un nombre de degrés entre −{limit} et {limit} est attendu, par exemple 47,0562."
            )
        return value

    return read


def date(field: models.Field[Any, Any]) -> Callable[[str], datetime.date | None]:
    """Return a reader of dates: ISO, or day/month/year as French spreadsheets rewrite them."""

    def read(cell: str) -> datetime.date | None:
        written = cell.strip()
        if not written:
            return None
        french = _FRENCH_DATE.fullmatch(written)
        iso = f"{french[3]}-{french[2]:0>2}-{french[1]:0>2}" if french else written
        try:
            value = _iso_date(iso)
        except ValueError:
            raise ValidationError("Une date est attendue, par exemple 2023-09-26.") from None
        field.run_validators(value)
        return value

    return read


def _iso_date(written: str) -> datetime.date:
    if not _ISO_DATE.fullmatch(written):
        raise ValueError(written)
    return datetime.date.fromisoformat(written)


def yes_or_no(cell: str) -> bool:
    """Return whether the cell says yes; an empty one says no."""
    word = fold(cell)
    if word in _YES:
        return True
    if word in _NO or not cell.strip():
        return False
    raise ValidationError("«\u00a0oui\u00a0» ou «\u00a0non\u00a0» est attendu.")


def choice(choices: type[models.TextChoices]) -> Callable[[str], str]:
    """Return a reader of the codes and labels of a closed list; an empty cell is no choice."""
    by_wording = {fold(label): value for value, label in choices.choices}
    by_wording |= {fold(value): value for value in choices.values}

    def read(cell: str) -> str:
        if not cell.strip():
            return ""
        try:
            return by_wording[fold(cell)]
        except KeyError:
            accepted = ", ".join(choices.values)
            raise ValidationError(
                f"{quoted(cell.strip())} n’est pas une valeur connue."
                f"{did_you_mean(cell, choices.values)} Valeurs acceptées\u00a0: {accepted}."
            ) from None

    return read
