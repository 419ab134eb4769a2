"""From the four colours that a programme may choose to every colour of the site.

A chosen colour is kept as it is in the light scheme. The others are derived in OKLCH, where equal
steps of lightness look equal (CSS Color 4, https://www.w3.org/TR/css-color-4/#ok-lab).
"""

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields

from coloraide import Color

from hub.content.theming.contrast import LONG_TEXT, TEXT, contrast
from hub.content.theming.tokens import DARK, LIGHT, SCHEMES, is_hex

STEP = 0.01
WHITE, BLACK = "#ffffff", "#000000"
# Lightness of the dark grounds; their chroma is that of a tint, or the night would glow.
NIGHT = {"paper": 0.194, "surface": 0.235, "sunk": 0.266, "line": 0.352}
NIGHT_CHROMA = 0.015
# Below, a colour is a grey: its hue means nothing.
GREY_CHROMA = 0.002
# A text in a full colour trembles on a dark ground.
NIGHT_TEXT_CHROMA = 0.13
# Below, no colour is read on a dark ground.
NIGHT_TEXT_LIGHTNESS = 0.6
NIGHT_FILL_LIGHTNESS = 0.5


@dataclass(frozen=True)
class Choice:
    """The colours chosen by a programme, as `#rrggbb`; an empty one leaves the default."""

    main: str = ""
    second: str = ""
    highlight: str = ""
    ground: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for anything but a colour: the values end in a stylesheet."""
        for field in fields(self):
            value = getattr(self, field.name)
            if value and not is_hex(value):
                raise ValueError(f"{value!r} is not a colour like #8a1f45.")


# The choice that decides a token; the inks are nobody's.
DECIDED_BY: Mapping[str, str] = {
    "paper": "ground",
    "surface": "ground",
    "sunk": "ground",
    "line": "ground",
    "accent": "main",
    "accent-fill": "main",
    "on-accent": "main",
    "place": "second",
    "deep": "second",
    "on-deep": "second",
    "highlight": "highlight",
}


def derive(choice: Choice) -> dict[str, dict[str, str]]:
    """Return the tokens that the choice changes, by scheme; nothing for an empty choice."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    if choice.ground:
        light |= _day(choice.ground)
        dark |= _night(choice.ground)
    dark_grounds = [dark.get(name, DARK[name]) for name in ("paper", "surface", "sunk")]
    if choice.main:
        light |= {"accent": choice.main.lower(), "accent-fill": choice.main.lower()}
        fill = _with_lightness(choice.main, NIGHT_FILL_LIGHTNESS)
        dark |= {"accent": _night_text(choice.main, dark_grounds), "accent-fill": fill}
        for scheme in (light, dark):
            scheme["on-accent"] = readable_on(scheme["accent-fill"])
    if choice.second:
        light["place"] = choice.second.lower()
        dark["place"] = _night_text(choice.second, dark_grounds)
        deep = _with_lightness(choice.second, min(lightness(choice.second), 0.4))
        for scheme in (light, dark):
            scheme |= {"deep": deep, "on-deep": readable_on(deep)}
    if choice.highlight:
        light["highlight"] = dark["highlight"] = choice.highlight.lower()
    return {"light": light, "dark": dark}


def complete(changed: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return every token of both schemes: those changed, the default for the others."""
    return {scheme: {**base, **changed.get(scheme, {})} for scheme, base in SCHEMES.items()}


def readable_on(fill: str) -> str:
    """Return the colour of a text on a fill: white, else our ink, else black (one always is)."""
    legible = (text for text in (WHITE, LIGHT["ink"]) if contrast(text, fill) >= TEXT)
    return next(legible, BLACK)


def lightness(colour: str) -> float:
    """Return the OKLCH lightness of a colour, from 0 to 1."""
    return Color(colour).convert("oklch")["lightness"]


def oklch(level: float, chroma: float, hue: float) -> str:
    """Return as `#rrggbb` the colour of an OKLCH address, its chroma cut to what screens show."""
    angle = 0.0 if math.isnan(hue) else hue
    colour = Color("oklch", [min(max(level, 0.0), 1.0), chroma, angle])
    return colour.convert("srgb").fit(method="oklch-chroma").to_string(hex=True, alpha=False)


def shades(colour: str) -> Iterable[str]:
    """Yield the same colour lighter and darker, the nearest to it first."""
    level, chroma, hue = Color(colour).convert("oklch").coords()
    for step in range(1, math.ceil(1 / STEP)):
        for moved in (level - step * STEP, level + step * STEP):
            if 0 <= moved <= 1:
                yield oklch(moved, chroma, hue)


def _with_lightness(colour: str, level: float) -> str:
    _, chroma, hue = Color(colour).convert("oklch").coords()
    return oklch(level, chroma, hue)


def _night_text(colour: str, grounds: Collection[str]) -> str:
    """Lighten a colour until it is read on the dark grounds; white is in any case."""
    level, chroma, hue = Color(colour).convert("oklch").coords()
    level, chroma = max(level, NIGHT_TEXT_LIGHTNESS), min(chroma, NIGHT_TEXT_CHROMA)

    def lightened(step: int) -> str:
        return oklch(level + step * STEP, chroma, hue)

    def is_read(step: int) -> bool:
        return all(contrast(lightened(step), ground) >= LONG_TEXT for ground in grounds)

    # Contrast grows with lightness, so the first step that is enough can be bisected.
    return lightened(bisect_left(range(math.ceil((1 - level) / STEP)), x=True, key=is_read))


def _day(ground: str) -> dict[str, str]:
    """Return the light grounds: cards nearly white, bands and lines a little darker."""
    level, chroma, hue = Color(ground).convert("oklch").coords()
    warmth = 0.0 if chroma < GREY_CHROMA else 0.009
    return {
        "paper": ground.lower(),
        "surface": oklch(1 - (1 - level) * 0.2, chroma * 0.2, hue),
        "sunk": oklch(level - 0.035, chroma + warmth, hue),
        "line": oklch(level - 0.094, chroma + 2 * warmth, hue),
    }


def _night(ground: str) -> dict[str, str]:
    """Return the dark grounds: the hue of the light one, at night."""
    _, chroma, hue = Color(ground).convert("oklch").coords()
    tint = min(chroma, NIGHT_CHROMA)
    return {name: oklch(level, tint, hue) for name, level in NIGHT.items()}
