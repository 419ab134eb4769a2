"""The same landscapes as pixels, where an image file is needed: demo content, social cards."""

import io
import math
from itertools import pairwise
from typing import Literal

from PIL import Image, ImageDraw

from hub.content.covers.landscape import landscape, palette_of
from hub.content.covers.shapes import Area, Disc, Line, Point, Shape, curve
from hub.content.covers.terrain import HEIGHT, WIDTH

RasterFormat = Literal["JPEG", "PNG", "WEBP"]
# Drawn larger, then reduced: Pillow's own drawing has no soft edges.
OVERSAMPLING = 2
CURVE_STEPS = 6
PNG_COLOURS = 48
QUALITY = 78


def draw_raster(seed: str, size: tuple[int, int], image_format: RasterFormat) -> bytes:
    """Return the file of a seed's landscape: no text, no face, the same for the same arguments.

    The picture keeps its proportions and fills `size`, cut in the middle.
    """
    return _encode(paint(seed, size), image_format)


def paint(seed: str, size: tuple[int, int]) -> Image.Image:
    """Return the pixels of a seed's landscape, to draw on."""
    scale = max(size[0] / WIDTH, size[1] / HEIGHT) * OVERSAMPLING
    canvas = Image.new("RGB", (round(WIDTH * scale), round(HEIGHT * scale)), palette_of(seed).sky)
    pencil = ImageDraw.Draw(canvas)
    for shape in landscape(seed):
        _draw(pencil, shape, scale)
    return _cut(canvas, size)


def _cut(canvas: Image.Image, size: tuple[int, int]) -> Image.Image:
    width, height = size[0] * OVERSAMPLING, size[1] * OVERSAMPLING
    left, top = (canvas.width - width) / 2, (canvas.height - height) / 2
    box = (left, top, left + width, top + height)
    return canvas.resize(size, Image.Resampling.LANCZOS, box=box)


def _encode(picture: Image.Image, image_format: RasterFormat) -> bytes:
    file = io.BytesIO()
    if image_format == "PNG":
        picture.quantize(PNG_COLOURS).save(file, "PNG", optimize=True)
    else:
        picture.save(file, image_format, quality=QUALITY, optimize=True)
    return file.getvalue()


def _draw(pencil: ImageDraw.ImageDraw, shape: Shape, scale: float) -> None:
    if isinstance(shape, Disc):
        _dot(pencil, shape.centre, shape.radius, shape.fill, scale)
    elif isinstance(shape, Area):
        points = _rounded(shape.points) if shape.smooth else list(shape.points)
        pencil.polygon([(x * scale, y * scale) for x, y in points], fill=shape.fill)
    else:
        for dash in _dashes(shape):
            _stroke(pencil, dash, shape, scale)


def _stroke(pencil: ImageDraw.ImageDraw, dash: list[Point], line: Line, scale: float) -> None:
    width = max(1, round(line.width * scale))
    pencil.line([(x * scale, y * scale) for x, y in dash], line.stroke, width, joint="curve")
    for end in (dash[0], dash[-1]):
        _dot(pencil, end, line.width / 2, line.stroke, scale)


def _dot(
    pencil: ImageDraw.ImageDraw, centre: Point, radius: float, fill: str, scale: float
) -> None:
    x, y = centre
    box = [(x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale]
    pencil.ellipse(box, fill=fill)


def _rounded(points: tuple[Point, ...]) -> list[Point]:
    """Points along the quadratic curve that rounds an outline."""
    at, line = points[0], [points[0]]
    for control, end in curve(points):
        for step in range(1, CURVE_STEPS + 1):
            t = step / CURVE_STEPS
            line.append(
                (
                    (1 - t) ** 2 * at[0] + 2 * t * (1 - t) * control[0] + t**2 * end[0],
                    (1 - t) ** 2 * at[1] + 2 * t * (1 - t) * control[1] + t**2 * end[1],
                )
            )
        at = end
    return line


def _dashes(line: Line) -> list[list[Point]]:
    """The pieces of a dashed line, or the whole of a plain one."""
    if not line.gap:
        return [list(line.points)]
    lengths = [math.dist(a, b) for a, b in pairwise(line.points)]
    total, period, pieces, begin = sum(lengths), line.dash + line.gap, [], 0.0
    while begin < total:
        stop = min(begin + line.dash, total)
        pieces.append([_along(line.points, lengths, begin), _along(line.points, lengths, stop)])
        begin += period
    return pieces


def _along(points: tuple[Point, ...], lengths: list[float], distance: float) -> Point:
    """The point at a distance from the start of a line."""
    for (a, b), length in zip(pairwise(points), lengths, strict=True):
        if distance <= length and length:
            share = distance / length
            return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        distance -= length
    return points[-1]
