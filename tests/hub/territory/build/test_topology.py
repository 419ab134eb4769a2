"""Borders from polygons that meet vertex by vertex: a row of three squares."""

from itertools import pairwise

from hub.territory.build.simplifying import simplified
from hub.territory.build.topology import dissolve, kept_vertices, walk


def square(west, east, south=0.0, north=1.0):
    """Return a ring, clockwise as in the source, with a wavy middle on each upright side."""
    middle = (south + north) / 2
    return [
        (west, south), (west + 0.1, middle), (west, north),
        (east, north), (east + 0.1, middle), (east, south), (west, south),
    ]  # fmt: skip


def test_the_border_between_two_communes_of_one_departement_is_dissolved():
    border = dissolve([square(0, 1), square(1, 2)])
    (ring,) = walk(border)
    assert (1.1, 0.5) not in ring
    assert set(ring) == {(0, 0), (0.1, 0.5), (0, 1), (1, 1), (2, 1), (2.1, 0.5), (2, 0), (1, 0)}


def test_a_shared_border_is_simplified_once_for_both_sides():
    west, east = dissolve([square(0, 1)]), dissolve([square(1, 2)])
    kept = kept_vertices({"west": west, "east": east}, 1e18)
    shared = {(1, 1), (1, 0)}
    assert kept & {*shared, (1.1, 0.5)} == shared
    assert shared <= set(walk(west)[0]) & set(walk(east)[0])


def test_nothing_is_dropped_without_a_tolerance():
    borders = {"west": dissolve([square(0, 1)]), "east": dissolve([square(1, 2)])}
    vertices = {vertex for border in borders.values() for edge in border for vertex in edge}
    assert kept_vertices(borders, 0) == vertices


def test_an_enclave_keeps_enough_vertices_to_be_a_ring():
    inner = square(0.3, 0.6, 0.3, 0.6)
    borders = {"out": dissolve([square(0, 1), inner[::-1]]), "in": dissolve([inner])}
    kept = kept_vertices(borders, 1e18)
    assert len(kept & set(inner)) == 3
    assert len(kept) == 6


def test_a_border_that_touches_itself_is_walked_as_two_rings():
    bow = [[(0, 0), (0, 1), (1, 1), (0, 0)], [(0, 0), (1, -1), (0, -1), (0, 0)]]
    rings = walk({edge for ring in bow for edge in pairwise(ring)})
    assert sorted(len(ring) for ring in rings) == [4, 4]
    assert all(ring[0] == ring[-1] for ring in rings)


def test_the_smallest_triangle_goes_first():
    # At the equator, a hundredth of a degree is 1.1 km: triangles of 0.6 and of 12 km².
    line = [(0, 0), (0.01, 0.01), (0.02, 0), (0.1, 0.2), (0.2, 0)]
    assert simplified(line, 2_000_000) == [(0, 0), (0.02, 0), (0.1, 0.2), (0.2, 0)]
