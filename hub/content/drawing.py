"""Draws a figure: a share as a bar, a count as dots. The number beside it says the same."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

COLUMNS = 20
STEP = 8  # from dot to dot, in units of the drawing
MOST_DOTS = 200
# What a number of these measures is no heap of things that dots could show.
CONTINUOUS = frozenset({"€", "k€", "m€", "h", "min", "km", "kg", "t", "an", "ans", "mois", "jours"})


@dataclass(frozen=True)
class Drawing:
    """The path of a drawing `width` × `height`, and what one dot is worth."""

    path: str
    height: int
    is_share: bool = False
    worth: int = 1

    @property
    def width(self) -> int:
        """Width of every drawing, so that those of a row are to one scale."""
        return COLUMNS * STEP


def drawing_of(value: object, unit: str = "") -> Drawing | None:
    """Draw a value as editors write it (« 2 882 », « 3,5 », Decimal); None where it cannot be.

    A percentage from 0 to 100 is a bar; a whole number of things is dots, at most 200 of them,
    each worth 1, 10, 100…
    """
    number = _number(value)
    if number is None or number <= 0:
        return None
    if unit.strip() in ("%", "pour cent"):
        return _bar(number) if number <= 100 else None
    if number != number.to_integral_value() or unit.strip().lower() in CONTINUOUS:
        return None
    return _dots(int(number))


def _number(value: object) -> Decimal | None:
    text = "".join(str(value).split()).replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number < Decimal(10) ** 9 else None


def _bar(share: Decimal) -> Drawing:
    length = share / 100 * (COLUMNS * STEP)
    return Drawing(f"M0 {STEP / 2:g}h{float(length):g}", STEP, is_share=True)


def _dots(count: int) -> Drawing:
    worth = 1
    while count / worth > MOST_DOTS:
        worth *= 10
    full, rest = divmod(max(1, round(count / worth)), COLUMNS)
    rows = [COLUMNS] * full + [rest] * bool(rest)
    # A row is one line of dashes of no length with round ends: a dot at each step.
    path = "".join(
        f"M{STEP / 2:g} {row * STEP + STEP / 2:g}h{(dots - 1) * STEP + 0.1:g}"
        for row, dots in enumerate(rows)
    )
    return Drawing(path, len(rows) * STEP, worth=worth)
