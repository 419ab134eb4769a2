"""Writes the stylesheet of a programme, and its address, which moves with its content."""

import hashlib
from typing import Protocol

from django.templatetags.static import static
from django.urls import reverse

from hub.content.theming.fonts import BUNDLED, STACKS, FontChoice
from hub.content.theming.own_sheet import own_sheet
from hub.content.theming.radius import RADII, Radius
from hub.content.theming.tokens import is_hex

DIGEST_LENGTH = 20
OWN_FAMILIES = {"display": "Titres du programme", "text": "Textes du programme"}


class FontFile(Protocol):
    """An uploaded font: false when there is none."""

    @property
    def url(self) -> str:
        """Where it is served."""


class Theme(Protocol):
    """What a programme chose, as its row keeps it."""

    palette: dict[str, dict[str, str]]
    title_font: str
    text_font: str
    title_font_file: FontFile
    text_font_file: FontFile
    radius: str


def stylesheet(theme: Theme | None) -> str:
    """Return the overrides of a theme, then the file of the operator; empty when nothing differs.

    They come in the layer `tokens`, after the defaults of the site. The file is in no layer unless
    it says so, hence stronger than everything.
    """
    parts = [] if theme is None else [*_font_faces(theme), *_root(theme)]
    generated = "@layer tokens{" + "".join(parts) + "}\n" if parts else ""
    return generated + own_sheet().text


def address(theme: Theme | None) -> str:
    """Return the address of the stylesheet of a theme, or "" when nothing differs."""
    text = stylesheet(theme)
    return reverse("theming:stylesheet", args=[digest(text)]) if text else ""


def title_font_address(theme: Theme | None) -> str:
    """Return the file that draws the titles, which a page may load early; "" where none does."""
    chosen = theme.title_font if theme else FontChoice.BRICOLAGE
    if theme and chosen == FontChoice.OWN:
        return theme.title_font_file.url if theme.title_font_file else ""
    return static(BUNDLED[chosen]) if chosen in BUNDLED else ""


def digest(text: str) -> str:
    """Return what names a stylesheet in its address."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def _root(theme: Theme) -> list[str]:
    declared = [*_colours(theme), *_stacks(theme), *_corners(theme)]
    return [":root{" + ";".join(declared) + "}"] if declared else []


def _colours(theme: Theme) -> list[str]:
    light, dark = theme.palette.get("light", {}), theme.palette.get("dark", {})
    return [
        f"--{name}:"
        + (light[name] if light[name] == dark[name] else _light_dark(light, dark, name))
        for name in light
        if name in dark and is_hex(light[name]) and is_hex(dark[name])
    ]


def _light_dark(light: dict[str, str], dark: dict[str, str], name: str) -> str:
    return f"light-dark({light[name]},{dark[name]})"


def _fonts(theme: Theme) -> dict[str, tuple[str, FontFile, FontChoice]]:
    """Return by token the font chosen, the file uploaded for it and the default."""
    return {
        "display": (theme.title_font, theme.title_font_file, FontChoice.BRICOLAGE),
        "text": (theme.text_font, theme.text_font_file, FontChoice.SOURCE_SANS),
    }


def _font_faces(theme: Theme) -> list[str]:
    return [
        f'@font-face{{font-family:"{OWN_FAMILIES[token]}";src:url({file.url}) format("woff2");'
        "font-weight:100 900;font-display:swap}"
        for token, (chosen, file, _) in _fonts(theme).items()
        if chosen == FontChoice.OWN and file
    ]


def _stacks(theme: Theme) -> list[str]:
    declared = []
    for token, (chosen, file, default) in _fonts(theme).items():
        if chosen == FontChoice.OWN and file:
            declared.append(f'--{token}:"{OWN_FAMILIES[token]}",system-ui,sans-serif')
        elif chosen != default and chosen in STACKS:
            declared.append(f"--{token}:{STACKS[chosen]}")
    return declared


def _corners(theme: Theme) -> list[str]:
    is_default = theme.radius == Radius.ROUND or theme.radius not in RADII
    return [] if is_default else [f"--radius:{RADII[theme.radius]}"]
