"""Refuses colours that cannot be read together, and proposes the nearest that can."""

from dataclasses import dataclass, replace

from hub.content.text import NBSP
from hub.content.theming.contrast import Measure, Pair, measure_all, ratio_label
from hub.content.theming.palette import DECIDED_BY, Choice, complete, derive, shades


@dataclass(frozen=True)
class Refusal:
    """A choice (`main`, `second`, `highlight` or `ground`) that cannot stay, and why."""

    choice: str
    worst: Measure
    nearest: str

    @property
    def sentence(self) -> str:
        """What the editor reads: the pair, both ratios, and a colour that would do."""
        night = " (thème sombre)" if self.worst.scheme == "dark" else ""
        text = (
            f"Contraste insuffisant{NBSP}: {self.worst.pair.label}{night}, "
            f"{ratio_label(self.worst.ratio)} au lieu de {ratio_label(self.worst.pair.least)}."
        )
        if self.nearest:
            text += f" La couleur la plus proche qui convient est {self.nearest}."
        return text


def refusals(choice: Choice) -> list[Refusal]:
    """Return what is wrong with the colours chosen, at most once per choice.

    The ground comes first, and each choice is judged beside what was proposed for those before it:
    one bad ground does not condemn every colour on it.
    """
    refused = []
    for name in ("ground", "main", "second", "highlight"):
        measures = _failures(choice, name)
        if measures:
            nearest = nearest_passing(choice, name)
            refused.append(Refusal(name, min(measures, key=_shortfall), nearest))
            choice = replace(choice, **{name: nearest})
    return refused


def nearest_passing(choice: Choice, name: str) -> str:
    """Return the nearest lightness of one chosen colour that passes, the others kept as chosen.

    Empty when there is none.
    """
    for candidate in shades(getattr(choice, name)):
        tried = replace(choice, **{name: candidate})
        if not _failures(tried, name):
            return candidate
    return ""


def _failures(choice: Choice, name: str) -> list[Measure]:
    """Return the pairs below their ratio that are charged to one choice."""
    return [
        measure
        for measure in measure_all(complete(derive(choice)))
        if not measure.is_enough and _charged(measure.pair, choice) == name
    ]


def _charged(pair: Pair, choice: Choice) -> str:
    """Return the choice that a pair is charged to: what is read first, then what is under it."""
    for token in (pair.front, pair.ground):
        name = DECIDED_BY.get(token, "")
        if name and getattr(choice, name):
            return name
    return ""


def _shortfall(measure: Measure) -> float:
    return measure.ratio / measure.pair.least
