"""Writes shapes as SVG: whole coordinates, relative moves, one path for each run of a colour."""

from collections.abc import Iterable
from itertools import groupby, pairwise

from hub.content.covers.shapes import Area, Disc, Line, Point, Shape, curve


def write_svg(shapes: Iterable[Shape], width: int, height: int, sky: str) -> str:
    """Return a whole decorative SVG picture: no title, no text, hidden from assistive tools."""
    ground = f'<path fill="{sky}" d="M0 0h{width}v{height}H0z"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" aria-hidden="true">{ground}{markup(shapes)}</svg>'
    )


def markup(shapes: Iterable[Shape]) -> str:
    """The elements of the shapes, neighbours of one style joined in one path."""
    return "".join(
        f'<path {style} d="{"".join(map(_path, run))}"/>' for style, run in groupby(shapes, _style)
    )


def _style(shape: Shape) -> str:
    if isinstance(shape, Line):
        dashes = f' stroke-dasharray="{shape.dash:.1f} {shape.gap:.1f}"' if shape.gap else ""
        return (
            f'fill="none" stroke="{shape.stroke}" stroke-width="{shape.width:.1f}" '
            f'stroke-linecap="round"{dashes}'
        )
    return f'fill="{shape.fill}"'


def _path(shape: Shape) -> str:
    if isinstance(shape, Disc):
        (x, y), radius = shape.centre, round(shape.radius)
        arc = f"a{radius} {radius} 0 1 0"
        return f"M{x - radius:.0f} {y:.0f}{arc} {2 * radius} 0{arc} {-2 * radius} 0z"
    if isinstance(shape, Area):
        return (_smooth if shape.smooth else _straight)(shape.points) + "z"
    return _straight(shape.points)


def _straight(points: tuple[Point, ...]) -> str:
    whole = [(round(x), round(y)) for x, y in points]
    moves = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole)]
    return f"M{whole[0][0]} {whole[0][1]}l" + _pairs(moves)


def _smooth(points: tuple[Point, ...]) -> str:
    at = (round(points[0][0]), round(points[0][1]))
    text, moves = f"M{at[0]} {at[1]}q", list[tuple[int, int]]()
    for control, end in curve(points):
        stop = (round(end[0]), round(end[1]))
        moves += [
            (round(control[0]) - at[0], round(control[1]) - at[1]),
            (stop[0] - at[0], stop[1] - at[1]),
        ]
        at = stop
    return text + _pairs(moves)


def _pairs(moves: list[tuple[int, int]]) -> str:
    """« 3 4-2 0 »: a minus sign separates as well as a space does."""
    return " ".join(f"{x} {y}" for x, y in moves).replace(" -", "-")
