"""The custom properties of colour that `static/site/site.css` sets, with their default values.

A test reads that file and refuses a difference: the sheet draws, this table measures.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from django.core.exceptions import ValidationError

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#fbf7f0",
        "surface": "#ffffff",
        "sunk": "#f3ebde",
        "ink": "#211a16",
        "ink-soft": "#5d5148",
        "line": "#e2d7c5",
        "accent": "#8a1f45",
        "accent-fill": "#8a1f45",
        "on-accent": "#ffffff",
        "place": "#1e5b4b",
        "deep": "#1b4a3e",
        "on-deep": "#ffffff",
        "highlight": "#e9b23b",
        "on-highlight": "#2a1a00",
    }
)
DARK: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#171412",
        "surface": "#221d1a",
        "sunk": "#2a2420",
        "ink": "#f4ede3",
        "ink-soft": "#c0b3a5",
        "line": "#423932",
        "accent": "#f49ab3",
        "accent-fill": "#a8325b",
        "on-accent": "#ffffff",
        "place": "#86d3bb",
        "deep": "#1b4a3e",
        "on-deep": "#ffffff",
        "highlight": "#e9b23b",
        "on-highlight": "#2a1a00",
    }
)
SCHEMES: Mapping[str, Mapping[str, str]] = MappingProxyType({"light": LIGHT, "dark": DARK})

HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def is_hex(value: str) -> bool:
    """Tell whether a value is a colour as we keep them: `#` and six hexadecimal digits."""
    return HEX.fullmatch(value) is not None


def validate_colour(value: str) -> None:
    """Refuse what is not such a colour. Raises ValidationError with an example, in French."""
    if not is_hex(value):
        raise ValidationError(
            "Écrivez # puis six chiffres hexadécimaux (0 à 9, a à f), par exemple #8a1f45."
        )
