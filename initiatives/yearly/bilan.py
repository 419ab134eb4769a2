"""The figures of a year beside those of the year before."""

from __future__ import annotations

from dataclasses import dataclass

from hub.content.text import number_label
from initiatives.yearly.figures import FIGURES, Figure

UNKNOWN = "non renseigné"


@dataclass(frozen=True)
class Line:
    """A figure, this year and the one before; None where it is not known."""

    figure: Figure
    value: int | None
    before: int | None

    @property
    def shown(self) -> str:
        """The figure as it is read."""
        return label_of(self.value)

    @property
    def shown_before(self) -> str:
        """That of the year before."""
        return label_of(self.before)

    @property
    def difference(self) -> str:
        """How much more or less; nothing where one of them is not known."""
        if self.value is None or self.before is None:
            return ""
        change = self.value - self.before
        sign = "+" if change > 0 else "−" if change < 0 else ""
        return f"{sign}{number_label(abs(change))}"


def bilan_of(year: int) -> list[Line]:
    """Return all figures of a year, in a constant number of queries."""
    return [Line(one, one.count(year), one.count(year - 1)) for one in FIGURES]


def label_of(value: int | None) -> str:
    """Return a number as it is read, or that nobody recorded it."""
    return UNKNOWN if value is None else number_label(value)
