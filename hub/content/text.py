"""Numbers, days and what is cited, as a French reader writes them."""

import datetime
from decimal import Decimal

from django.utils.formats import date_format

NBSP = "\N{NO-BREAK SPACE}"
NARROW_NBSP = "\N{NARROW NO-BREAK SPACE}"
# The thin space of ; ! ? and of groups of digits. It would be NARROW_NBSP, but the fonts of the
# site do not have that character; a browser would take it from another font.
FINE_SPACE = NBSP
MOST_QUOTED = 60  # characters


def number_label(number: int | Decimal) -> str:
    """Return « 2 882 » or « 3,5 »: groups of three digits, decimal comma, no useless zero."""
    whole, _, decimals = f"{Decimal(number):,f}".partition(".")
    decimals = decimals.rstrip("0")
    grouped = whole.replace(",", FINE_SPACE)
    return f"{grouped},{decimals}" if decimals else grouped


def counted(number: int, singular: str, plural: str) -> str:
    """Return « 1 initiative » or « 163 initiatives »; French counts 0 in the singular."""
    return f"{number_label(number)}{NBSP}{agreed(number, singular, plural)}"


def agreed(number: int, singular: str, plural: str) -> str:
    """Return the form of a noun that goes with a number: French counts 0 in the singular."""
    return singular if abs(number) < 2 else plural


def day_label(day: datetime.date) -> str:
    """Return « 26 septembre 2023 », or « 1er octobre 2024 » for the first of a month."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{NBSP}{date_format(day, 'F Y')}"


def month_label(day: datetime.date) -> str:
    """Return « mars 2026 »."""
    return date_format(day, "F Y")


def quoted(value: str) -> str:
    """Return a value as it stands in a sentence, cut where it is long."""
    shown = value if len(value) <= MOST_QUOTED else value[: MOST_QUOTED - 1] + "…"
    return f"« {shown} »"
