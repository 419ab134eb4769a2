"""Colours with their contrast, sizes of text, spaces: what components are drawn with."""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.content.theming.contrast import PAIRS, Measure, measure_all, ratio_label
from hub.content.theming.palette import complete
from hub.content.theming.tokens import LIGHT

SIZES = {
    "step-4": "Titre de page, grand chiffre",
    "step-3": "Titre de partie",
    "step-2": "Intertitre",
    "step-1": "Chapô, titre de carte",
    "step-0": "Texte courant",
    "step--1": "Mention, légende",
}
SPACES = {
    "gutter": "marge de la page",
    "space-s": "petit",
    "space": "courant",
    "space-l": "entre deux éléments",
    "space-xl": "entre deux parties",
}


@dataclass(frozen=True)
class ColourToken:
    """A colour of the theme in both schemes."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True)
class Contrast:
    """What is read on what, and the contrast in one scheme, as printed."""

    label: str
    scheme: str
    front: str
    ground: str
    ratio: str
    least: str
    is_enough: bool

    @classmethod
    def of(cls, measure: Measure) -> "Contrast":
        """Word a measure."""
        return cls(
            label=measure.pair.label,
            scheme="clair" if measure.scheme == "light" else "sombre",
            front=measure.front,
            ground=measure.ground,
            ratio=ratio_label(measure.ratio),
            least=ratio_label(measure.pair.least),
            is_enough=measure.is_enough,
        )


def colours(palette: Mapping[str, Mapping[str, str]]) -> list[ColourToken]:
    """Return the colours of a palette, those of the site where it changes nothing."""
    schemes = complete(palette)
    return [ColourToken(name, schemes["light"][name], schemes["dark"][name]) for name in LIGHT]


def contrasts(palette: Mapping[str, Mapping[str, str]]) -> list[Contrast]:
    """Return every pair that is read, light then dark."""
    measured = [Contrast.of(measure) for measure in measure_all(complete(palette))]
    half = len(PAIRS)
    return [one for pair in zip(measured[:half], measured[half:], strict=True) for one in pair]
