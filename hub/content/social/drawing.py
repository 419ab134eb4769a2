"""Draws a card: a page of the travel book on the left, its landscape or picture on the right."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageOps

from hub.content.covers_raster import paint
from hub.content.social.card import HEIGHT, WIDTH, Card
from hub.content.social.image import opened
from hub.content.social.lettering import (
    TEXTS,
    TITLES,
    balanced,
    font,
    lines_of,
    printable,
    shortened,
)
from hub.content.social.signature import SIGNATURE_HEIGHT, SMOOTHING, sign
from hub.content.theming.tokens import LIGHT

PAPER_WIDTH = 744
GROUND = (WIDTH - PAPER_WIDTH, HEIGHT)
GROUND_SIZE = f"fill-{GROUND[0]}x{GROUND[1]}|format-jpeg"
LEFT, TOP, TEXT_WIDTH = 64, 60, 616
TITLE_SIZES = range(76, 35, -4)
TITLE_WEIGHT, LINE_HEIGHT = 750, 1.08
EYEBROW_SIZE, PILL_SIZE, PILL_HEIGHT = 30, 26, 48
BRAND_Y = HEIGHT - 60
INK = LIGHT["ink"]
QUALITY = 84


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
    colour = card.brand.colour
    canvas = Image.new("RGB", (WIDTH, HEIGHT), colour("paper"))
    canvas.paste(_ground(card), (PAPER_WIDTH, 0))
    pencil = ImageDraw.Draw(canvas)
    _seam(canvas, colour("line"))
    top = TOP
    if card.words.eyebrow:
        face = font(TEXTS, EYEBROW_SIZE, 650)
        eyebrow = shortened(printable(card.words.eyebrow), face, TEXT_WIDTH)
        pencil.text((LEFT, top), eyebrow, colour("place"), face, anchor="lt")
        top += 58
    pills = [
        (printable(text), ground)
        for text, ground in ((card.words.award, colour("highlight")), (card.words.note, ""))
        if text
    ]
    room = BRAND_Y - SIGNATURE_HEIGHT - 10 - top - (PILL_HEIGHT + 26 if pills else 0)
    title = fitted(printable(card.title), room)
    _write(pencil, title, top)
    if pills:
        _pills(canvas, pills, top + title.height + 26)
    sign(canvas, card.brand, (LEFT, BRAND_Y), TEXT_WIDTH)
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
    if card.ground is not None:
        return card.ground.paint(GROUND, card.brand.colour)
    picture = opened(card.picture, GROUND_SIZE, "RGB")
    return ImageOps.fit(picture, GROUND) if picture else paint(card.seed, GROUND)


def _seam(canvas: Image.Image, thread: str) -> None:
    """The stitches of the book, along the edge of its page."""
    pencil = ImageDraw.Draw(canvas)
    for y in range(12, HEIGHT, 34):
        pencil.rounded_rectangle((PAPER_WIDTH - 17, y, PAPER_WIDTH - 13, y + 18), 2, thread)


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
