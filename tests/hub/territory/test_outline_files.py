"""The committed outlines: their bytes, their weights, the soundness of their rings."""

import gzip
import hashlib
import json
from itertools import combinations, pairwise

import pytest

from hub.territory.build.__main__ import STATIC
from hub.territory.build.borders import area_km2
from hub.territory.build.sources import OUTLINES_INPUTS
from hub.territory.build.writing import ATTRIBUTION
from hub.territory.drawing import DATA

# The most that gzip may leave, and what `sha256sum` prints after the build script has run.
WEIGHTS = {
    "outlines.json": 36_000,
    "drawing.json": 12_000,
    "epcis.json": 60_000,
    "departements.geojson": 12_000,
}
SHA256 = {
    "outlines.json": "a0c4877dbd6f3910ca6564b3fd527a80ef4c3bf51e02174fa14cdebef7d40739",
    "drawing.json": "63dcd30a9fdb56e030bf055f4c4bb39096cd58124fa6e79c76988be6b0c12708",
    "epcis.json": "a729be5cf582d595e876dec4fa1f0d32eac692bd84f5ca92dd172b2f8bcb2263",
    "departements.geojson": "bae7b37f992fa3f8995337ae3481b4e5babfde471ef1307fe965fc38796b58cb",
}
# Known areas (INSEE, km²): land registers leave out large rivers and lakes, hence the margin.
AREAS = {
    "21": 8763, "25": 5234, "39": 4999, "58": 6817, "70": 5360, "71": 8575, "89": 7427, "90": 609,
}  # fmt: skip


@pytest.fixture(scope="module")
def precise():
    data = json.loads((DATA / "outlines.json").read_text("utf-8"))
    return {
        code: [[tuple(vertex) for vertex in ring] for ring in rings]
        for code, *rings in data["departements"]
    }


@pytest.fixture(scope="module")
def drawn():
    collection = json.loads((STATIC / "departements.geojson").read_text("utf-8"))
    return {
        feature["properties"]["code"]: [
            [tuple(vertex) for vertex in polygon[0]]
            for polygon in feature["geometry"]["coordinates"]
        ]
        for feature in collection["features"]
    }


def edges(rings):
    return {frozenset(edge) for ring in rings for edge in pairwise(ring)}


@pytest.mark.parametrize("name", WEIGHTS)
def test_nobody_has_edited_the_file_by_hand_and_it_is_light(name):
    folder = STATIC if name.endswith(".geojson") else DATA
    content = (folder / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256[name]
    assert len(gzip.compress(content, 9)) <= WEIGHTS[name]
    head = json.loads(content)
    assert head["attribution"] == ATTRIBUTION
    assert head["vintage"] == 2024
    assert head["inputs"] == OUTLINES_INPUTS


@pytest.mark.parametrize("kind", ["precise", "drawn"])
def test_rings_are_closed_simple_and_large_enough(kind, request):
    for code, rings in request.getfixturevalue(kind).items():
        for ring in rings:
            assert len(ring) >= 4, code
            assert ring[0] == ring[-1], code
            assert len(set(ring)) == len(ring) - 1, code
            assert abs(area_km2(ring)) > 0.04, code


@pytest.mark.parametrize("kind", ["precise", "drawn"])
def test_departements_have_their_area_and_leave_no_hole_between_them(kind, request):
    outlines = request.getfixturevalue(kind)
    found = {code: abs(sum(map(area_km2, rings))) for code, rings in outlines.items()}
    assert found == pytest.approx(AREAS, rel=0.02)
    seen = [edge for rings in outlines.values() for edge in edges(rings)]
    outer = {edge for edge in seen if seen.count(edge) == 1}
    # A hole would be a second ring of edges that one département alone has.
    assert len(_groups_of(outer)) == 1


def test_neighbours_share_their_border_vertex_by_vertex(precise, drawn):
    def meeting(outlines):
        return {
            pair
            for pair in combinations(sorted(outlines), 2)
            if edges(outlines[pair[0]]) & edges(outlines[pair[1]])
        }

    assert meeting(precise) == meeting(drawn)
    assert ("21", "39") in meeting(drawn)
    assert ("70", "90") in meeting(drawn)


def test_outer_groups_of_the_geojson_are_counter_clockwise(drawn):
    assert all(area_km2(ring) > 0 for rings in drawn.values() for ring in rings)


def test_the_exclave_of_menessaire_is_drawn(drawn):
    assert sorted(len(rings) for rings in drawn.values()) == [1, 1, 1, 1, 1, 1, 1, 2]
    assert len(drawn["21"]) == 2


def _groups_of(pairs):
    """Return the connected groups of edges."""
    around = {}
    for one, other in pairs:
        around.setdefault(one, []).append(other)
        around.setdefault(other, []).append(one)
    groups = []
    while around:
        group, waiting = set(), [next(iter(around))]
        while waiting:
            vertex = waiting.pop()
            if vertex not in group:
                group.add(vertex)
                waiting += around.pop(vertex)
        groups.append(group)
    return groups
