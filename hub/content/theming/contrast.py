"""Which colours stand on which, and the contrast that each pair must reach.

Sources: WCAG 2.2, success criteria 1.4.3 (text, 4.5:1) and 1.4.11 (borders of controls, 3:1);
RGAA 4.1.2, criteria 3.2 and 3.3. We ask 7:1 of running text, as criterion 1.4.6 does.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from coloraide import Color

TEXT, LONG_TEXT, CONTROL = 4.5, 7.0, 3.0


@dataclass(frozen=True)
class Pair:
    """A colour that is read, the ground it stands on, and the ratio demanded.

    `front` and `ground` are names of tokens; the labels end a sentence shown to an editor.
    """

    front: str
    ground: str
    least: float
    label: str
    criterion: str = "1.4.3"


GROUNDS = {
    "paper": "le fond de page",
    "surface": "le fond des cartes",
    "sunk": "le fond des bandeaux",
}


def _on_every_ground(front: str, least: float, label: str) -> tuple[Pair, ...]:
    return tuple(Pair(front, ground, least, f"{label} sur {GROUNDS[ground]}") for ground in GROUNDS)


PAIRS: tuple[Pair, ...] = (
    *_on_every_ground("ink", LONG_TEXT, "texte"),
    *_on_every_ground("ink-soft", TEXT, "texte secondaire"),
    *_on_every_ground("accent", TEXT, "lien"),
    *_on_every_ground("place", TEXT, "nom de lieu"),
    Pair("on-accent", "accent-fill", TEXT, "texte du bouton sur la couleur principale"),
    Pair("on-deep", "deep", TEXT, "texte sur les bandeaux foncés"),
    Pair("highlight", "deep", TEXT, "surtitre en couleur de surlignage sur les bandeaux foncés"),
    Pair("on-highlight", "highlight", TEXT, "texte sur la couleur de surlignage"),
    Pair("ink", "surface", CONTROL, "bordure des champs sur le fond des cartes", "1.4.11"),
    Pair("ink", "paper", CONTROL, "bordure des champs sur le fond de page", "1.4.11"),
)


@dataclass(frozen=True)
class Measure:
    """The contrast of a pair in one colour scheme, `light` or `dark`."""

    pair: Pair
    scheme: str
    front: str
    ground: str
    ratio: float

    @property
    def is_enough(self) -> bool:
        """Whether the pair reaches what is demanded of it."""
        return self.ratio >= self.pair.least


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=512)
def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour; kept, as a search meets the same ones again."""
    return Color(colour).luminance()


def measure_all(schemes: Mapping[str, Mapping[str, str]]) -> Iterator[Measure]:
    """Yield the contrast of every pair in every scheme.

    Raises KeyError when a scheme lacks a token of the table.
    """
    for scheme, colours in schemes.items():
        for pair in PAIRS:
            front, ground = colours[pair.front], colours[pair.ground]
            yield Measure(pair, scheme, front, ground, contrast(front, ground))


def ratio_label(ratio: float) -> str:
    """« 4,49 »: cut, never rounded up to a ratio that was not reached."""
    return f"{math.floor(ratio * 100) / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")
