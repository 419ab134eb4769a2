"""Draws a card: a page of the travel book on the left, its landscape or picture on the right."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageOps
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from hub.content.covers_raster import paint
from hub.content.social.card import HEIGHT, WIDTH, Card
from hub.content.social.lettering import (
    TEXTS,
    TITLES,
    balanced,
    font,
    lines_of,
    printable,
    shortened,
)

PAPER_WIDTH = 744
GROUND = (WIDTH - PAPER_WIDTH, HEIGHT)
GROUND_SIZE = f"fill-{GROUND[0]}x{GROUND[1]}|format-jpeg"
LEFT, TOP, TEXT_WIDTH = 64, 60, 616
TITLE_SIZES = range(76, 35, -4)
TITLE_WEIGHT, LINE_HEIGHT = 750, 1.08
EYEBROW_SIZE, BRAND_SIZE, PILL_SIZE, PILL_HEIGHT = 30, 34, 26, 48
BRAND_Y = HEIGHT - 60
# Colours of the theme (static/site/site.css), always the light ones: a card has no dark side.
PAPER, INK, FIR, WINE, MUSTARD, HAIRLINE = (
    "#fbf7f0", "#211a16", "#1e5b4b", "#8a1f45", "#e9b23b", "#e2d7c5",
)  # fmt: skip
QUALITY = 84
SMOOTHING = 4


@dataclass(frozen=True)
class Title:
    """Lines of a title and the size at which they fit."""

    lines: list[str]
    size: int

    @property
    def height(self) -> int:
        """How high the lines stand together."""
        return round(len(self.lines) * self.size * LINE_HEIGHT)


def draw(card: Card) -> bytes:
    """Return the JPEG file of a card, 1200 × 630, the same for the same card."""
    canvas = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    canvas.paste(_ground(card), (PAPER_WIDTH, 0))
    pencil = ImageDraw.Draw(canvas)
    _seam(canvas)
    top = TOP
    if card.words.eyebrow:
        face = font(TEXTS, EYEBROW_SIZE, 650)
        eyebrow = shortened(printable(card.words.eyebrow), face, TEXT_WIDTH)
        pencil.text((LEFT, top), eyebrow, FIR, face, anchor="lt")
        top += 58
    pills = [
        (printable(text), ground)
        for text, ground in ((card.words.award, MUSTARD), (card.words.note, ""))
        if text
    ]
    room = BRAND_Y - BRAND_SIZE - 20 - top - (PILL_HEIGHT + 26 if pills else 0)
    title = fitted(printable(card.title), room)
    _write(pencil, title, top)
    if pills:
        _pills(canvas, pills, top + title.height + 26)
    _brand(canvas, printable(card.site_name))
    file = io.BytesIO()
    canvas.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def fitted(text: str, room: int) -> Title:
    """Return the lines of a title at the largest size that fits; cut with an ellipsis if none."""
    for size in TITLE_SIZES:
        face = font(TITLES, size, TITLE_WEIGHT)
        if face.getlength(max(text.split(" "), key=face.getlength)) > TEXT_WIDTH:
            continue
        title = Title(lines_of(text, face, TEXT_WIDTH), size)
        if title.height <= room:
            return Title(balanced(text, face, TEXT_WIDTH), size)
    return _cut_title(text, room)


def _cut_title(text: str, room: int) -> Title:
    size = TITLE_SIZES[-1]
    face = font(TITLES, size, TITLE_WEIGHT)
    lines, count = lines_of(text, face, TEXT_WIDTH), int(room / (size * LINE_HEIGHT))
    if len(lines) > count:
        last = shortened(" ".join(lines[count - 1 :]), face, TEXT_WIDTH)
        lines = [*lines[: count - 1], last]
    return Title(lines, size)


def _ground(card: Card) -> Image.Image:
    if card.picture is not None:
        try:
            with card.picture.get_rendition(GROUND_SIZE).file.open() as file:
                return ImageOps.fit(Image.open(file).convert("RGB"), GROUND)
        except (OSError, SourceImageIOError, InvalidFilterSpecError):
            pass  # a file that is gone or broken: the landscape stands in
    return paint(card.seed, GROUND)


def _seam(canvas: Image.Image) -> None:
    """The stitches of the book, along the edge of its page."""
    pencil = ImageDraw.Draw(canvas)
    for y in range(12, HEIGHT, 34):
        pencil.rounded_rectangle((PAPER_WIDTH - 17, y, PAPER_WIDTH - 13, y + 18), 2, HAIRLINE)


def _write(pencil: ImageDraw.ImageDraw, title: Title, top: int) -> None:
    face = font(TITLES, title.size, TITLE_WEIGHT)
    for rank, line in enumerate(title.lines):
        baseline = top + title.size * (0.8 + rank * LINE_HEIGHT)
        pencil.text((LEFT - 2, round(baseline)), line, INK, face, anchor="ls")


def _pills(canvas: Image.Image, pills: list[tuple[str, str]], top: int) -> None:
    face, left = font(TEXTS, PILL_SIZE, 650), LEFT
    for whole, ground in pills:
        text = shortened(whole, face, TEXT_WIDTH + LEFT - left - 2 * 22)
        right = left + round(face.getlength(text)) + 2 * 22
        pill = _smooth_pill((right - left, PILL_HEIGHT), ground)
        canvas.paste(pill, (left, top), pill)
        middle = top + PILL_HEIGHT / 2 + PILL_SIZE * 0.34
        ImageDraw.Draw(canvas).text((left + 22, round(middle)), text, INK, face, anchor="ls")
        left = right + 14


def _smooth_pill(size: tuple[int, int], ground: str) -> Image.Image:
    large = (size[0] * SMOOTHING, size[1] * SMOOTHING)
    pill = Image.new("RGBA", large, INK + "00")
    box = (SMOOTHING, SMOOTHING, large[0] - 1 - SMOOTHING, large[1] - 1 - SMOOTHING)
    outline = None if ground else INK
    ImageDraw.Draw(pill).rounded_rectangle(
        box, large[1] // 2, ground or None, outline, 2 * SMOOTHING
    )
    return pill.resize(size, Image.Resampling.LANCZOS)


def _brand(canvas: Image.Image, name: str) -> None:
    """The pin and the name of the programme, as at the head of every page."""
    pin = _pin(44)
    canvas.paste(pin, (LEFT, BRAND_Y - 44), pin)
    face, left = font(TITLES, BRAND_SIZE, 700), LEFT + pin.width + 14
    text = shortened(name, face, TEXT_WIDTH - pin.width - 14)
    ImageDraw.Draw(canvas).text((left, BRAND_Y - 11), text, INK, face, anchor="ls")


def _pin(height: int) -> Image.Image:
    """The icon of the site (static/site/favicon.svg): a drop and its eye."""
    unit = height / 30 * SMOOTHING
    large = Image.new("RGBA", (round(24 * unit), round(30 * unit)), WINE + "00")
    pencil = ImageDraw.Draw(large)
    pencil.polygon([(x * unit, y * unit) for x, y in _drop()], WINE)
    eye = (12 - 4.4, 10.5 - 4.4, 12 + 4.4, 10.5 + 4.4)
    pencil.ellipse([side * unit for side in eye], MUSTARD)
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
