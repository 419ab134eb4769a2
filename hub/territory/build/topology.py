"""From many polygons to few borders that neighbours share: dissolve, cut, simplify, walk.

The polygons of the source meet vertex by vertex. A border is simplified once, whichever side it is
looked at from: that is why two neighbours never drift apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TypeVar

from .geometry import Position, Ring
from .simplifying import simplified

Edge = tuple[Position, Position]
Group = TypeVar("Group")


def dissolve(rings: Iterable[Ring]) -> set[Edge]:
    """Return the directed edges that no other ring walks the other way: the outer border."""
    border: set[Edge] = set()
    for ring in rings:
        for start, end in pairwise(ring):
            if (end, start) in border:
                border.remove((end, start))
            elif start != end:
                border.add((start, end))
    return border


def kept_vertices(borders: Mapping[Group, set[Edge]], tolerance: float) -> set[Position]:
    """Return the vertices that stand after every shared border was simplified on its own."""
    return {vertex for arc in _Graph(borders).arcs() for vertex in simplified(arc, tolerance)}


def walk(border: set[Edge]) -> list[list[Position]]:
    """Return the closed rings of a border; where it touches itself, a ring is cut off."""
    following: defaultdict[Position, list[Position]] = defaultdict(list)
    for start, end in sorted(border):
        following[start].append(end)
    rings = []
    for start in sorted(following):
        while following[start]:
            rings += _walk_from(start, following)
    return rings


def _walk_from(
    start: Position, following: Mapping[Position, list[Position]]
) -> list[list[Position]]:
    rings, path = [], [start]
    places = {start: 0}
    while following[path[-1]]:
        step = following[path[-1]].pop()
        if step in places:
            turn = places[step]
            rings.append([*path[turn:], step])
            for vertex in path[turn + 1 :]:
                del places[vertex]
            del path[turn + 1 :]
        else:
            places[step] = len(path)
            path.append(step)
    return rings


class _Graph:
    """All borders as one graph, whichever way each is walked."""

    def __init__(self, borders: Mapping[Group, set[Edge]]) -> None:
        sides: defaultdict[frozenset[Position], list[Group]] = defaultdict(list)
        for group, border in borders.items():
            for edge in border:
                sides[frozenset(edge)].append(group)
        self.sides = {pair: frozenset(groups) for pair, groups in sides.items()}
        self.neighbours: defaultdict[Position, list[Position]] = defaultdict(list)
        for one, other in map(tuple, self.sides):
            self.neighbours[one].append(other)
            self.neighbours[other].append(one)

    def arcs(self) -> list[list[Position]]:
        """Cut where three territories meet, and walk from cut to cut."""
        unwalked = set(self.sides)
        arcs = []
        # A border without any cut, such as that of an enclave, starts at its first vertex.
        for start in sorted(self.neighbours, key=lambda vertex: (not self.is_cut(vertex), vertex)):
            for first in sorted(self.neighbours[start]):
                arc = self._arc(start, first, unwalked)
                if len(arc) > 1:
                    arcs.append(arc)
        return arcs

    def is_cut(self, vertex: Position) -> bool:
        """Tell whether more or less than two edges meet, or two that part other territories."""
        around = self.neighbours[vertex]
        return len(around) != 2 or len({self.sides[frozenset((vertex, n))] for n in around}) > 1

    def _arc(
        self, start: Position, first: Position, unwalked: set[frozenset[Position]]
    ) -> list[Position]:
        arc, ahead = [start], first
        while (pair := frozenset((arc[-1], ahead))) in unwalked:
            unwalked.remove(pair)
            arc.append(ahead)
            if ahead == start or self.is_cut(ahead):
                break
            ahead = next(n for n in self.neighbours[ahead] if n != arc[-2])
        return arc
