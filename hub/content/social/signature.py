"""Signs a card: the logo of the programme, else the pin and its name, as at the head of a page."""

from __future__ import annotations

from PIL import Image, ImageDraw

from hub.content.social.brand import Brand
from hub.content.social.image import opened
from hub.content.social.lettering import TITLES, font, printable, shortened

SIGNATURE_HEIGHT, GAP = 44, 14
NAME_SIZE, NAME_WEIGHT, NAME_RISE = 34, 700, 11
LOGO_SIZE = f"max-420x{SIGNATURE_HEIGHT + 8}|format-png"
SMOOTHING = 4


def sign(canvas: Image.Image, brand: Brand, foot: tuple[int, int], width: int) -> None:
    """Draw who publishes the site; `foot` is the lower left corner, `width` the room, in pixels."""
    left, bottom = foot
    logo = opened(brand.logo, LOGO_SIZE, "RGBA")
    if logo is not None:
        canvas.paste(logo, (left, bottom - logo.height), logo)
        return
    pin = _pin(SIGNATURE_HEIGHT, brand.colour("accent-fill"), brand.colour("highlight"))
    canvas.paste(pin, (left, bottom - SIGNATURE_HEIGHT), pin)
    face, beside = font(TITLES, NAME_SIZE, NAME_WEIGHT), pin.width + GAP
    text = shortened(printable(brand.name), face, width - beside)
    ink, pencil = brand.colour("ink"), ImageDraw.Draw(canvas)
    pencil.text((left + beside, bottom - NAME_RISE), text, ink, face, anchor="ls")


def _pin(height: int, body: str, eye: str) -> Image.Image:
    """The icon of the site (static/site/favicon.svg): a drop and its eye."""
    unit = height / 30 * SMOOTHING
    large = Image.new("RGBA", (round(24 * unit), round(30 * unit)), body + "00")
    pencil = ImageDraw.Draw(large)
    pencil.polygon([(x * unit, y * unit) for x, y in _drop()], body)
    pencil.ellipse([side * unit for side in (7.6, 6.1, 16.4, 14.9)], eye)
    return large.resize((large.width // SMOOTHING, large.height // SMOOTHING), 1)


def _drop() -> list[tuple[float, float]]:
    """The outline M12 29 C-4 12 4 0 12 0 s16 12 0 29, as points."""
    left = [_bezier(step / 24, (12, -4, 4, 12), (29, 12, 0, 0)) for step in range(25)]
    return left + [(24 - x, y) for x, y in reversed(left)]


def _bezier(
    t: float, xs: tuple[float, float, float, float], ys: tuple[float, float, float, float]
) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(weight * x for weight, x in zip(weights, xs, strict=True)),
        sum(weight * y for weight, y in zip(weights, ys, strict=True)),
    )
