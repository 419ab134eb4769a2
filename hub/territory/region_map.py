"""The region as a map whose départements are links with counts: components/region_map.html."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from hub.content.text import agreed, number_label

from .drawing import ATTRIBUTION, Shape, get_drawing
from .point import Point
from .ramp import CountClass, count_classes

INITIATIVES = ("initiative", "initiatives")
# How far the count stands under the name, in units of the sheet.
LINE = 42


@dataclass(frozen=True, slots=True)
class Pin:
    """A point to mark; an approximate one shows its commune, not its address."""

    point: Point
    label: str = ""
    is_approximate: bool = False

    @property
    def x(self) -> float:
        """Where it is on the sheet, from the left."""
        return get_drawing().at(self.point)[0]

    @property
    def y(self) -> float:
        """Where it is on the sheet, from the top."""
        return get_drawing().at(self.point)[1]


@dataclass(frozen=True, slots=True)
class Area:
    """A département: what is counted in it, its address, how it is drawn."""

    shape: Shape
    count: int
    noun: str
    address: str
    step: int
    is_chosen: bool

    @property
    def code(self) -> str:
        """The code of the département."""
        return self.shape.code

    @property
    def label(self) -> str:
        """Its name."""
        return self.shape.label

    @property
    def path(self) -> str:
        """Its outline."""
        return self.shape.path

    @property
    def leader(self) -> str:
        """The line to a name that stands outside, or nothing."""
        return self.shape.leader

    @property
    def label_x(self) -> int:
        """Where its name is, from the left."""
        return self.shape.label_x

    @property
    def label_y(self) -> int:
        """Where the line of its name is, from the top."""
        return self.shape.label_y - 4

    @property
    def count_y(self) -> int:
        """Where the line of its count is, from the top."""
        return self.label_y + LINE

    @property
    def name(self) -> str:
        """The accessible name of its link; it begins with what is seen."""
        said = f"{self.label}\u00a0: {number_label(self.count)} {self.noun}"
        return f"{said}, retirer ce filtre" if self.is_chosen else said


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A tint and the counts that it stands for."""

    step: int
    label: str


@dataclass(frozen=True, slots=True)
class RegionMap:
    """What the component reads."""

    title: str
    areas: tuple[Area, ...]
    legend: tuple[LegendEntry, ...]
    pins: tuple[Pin, ...]
    width: float
    height: float
    outline: str
    attribution: str = ATTRIBUTION


def region_map(  # noqa: PLR0913 - each is one thing that a page may say of its map
    counts: Mapping[str, int],
    address_of: Callable[[str], str],
    *,
    noun: tuple[str, str] = INITIATIVES,
    chosen: Collection[str] = (),
    pins: Sequence[Pin] = (),
    title: str = "Initiatives par département",
) -> RegionMap:
    """Draw the region.

    Args:
        counts: what is counted, by the code of the département; one that is missing counts 0.
        address_of: the address of the link of a code; for a chosen one, what takes it away.
        noun: what is counted, singular and plural.
        chosen: the codes that are filtered on.
        pins: points to mark, decorative.
        title: the accessible name of the map.
    """
    drawing = get_drawing()
    found = {shape.code: counts.get(shape.code, 0) for shape in drawing.shapes}
    classes = count_classes(found.values())
    areas = tuple(
        Area(
            shape=shape,
            count=found[shape.code],
            noun=agreed(found[shape.code], *noun),
            address=address_of(shape.code),
            step=_step(classes, found[shape.code]),
            is_chosen=shape.code in chosen,
        )
        for shape in drawing.shapes
    )
    legend = tuple(LegendEntry(one.step, one.label(noun)) for one in classes)
    sheet = (drawing.width, drawing.height, drawing.outline)
    return RegionMap(title, areas, legend, tuple(pins), *sheet)


def _step(classes: Sequence[CountClass], count: int) -> int:
    return next(one.step for one in classes if one.low <= count <= one.high)
