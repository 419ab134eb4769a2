"""The committed gazetteer: its bytes, its counts, its shape."""

import hashlib
import json
from collections import Counter

import pytest

from hub.territory.build.sources import INPUTS
from hub.territory.gazetteer import DATA_FILE

# Printed by `sha256sum hub/territory/data/gazetteer.json` after the build script has run.
SHA256 = "3a2b153dd04d2e4aba7f9f4cf8c6507595793b57bd17191470cb2c351b1dd2e8"
COMMUNES_PER_DEPARTEMENT = {
    "21": 698, "25": 563, "39": 492, "58": 309, "70": 536, "71": 563, "89": 423, "90": 101,
}  # fmt: skip


@pytest.fixture
def data():
    return json.loads(DATA_FILE.read_text(encoding="utf-8"))


def test_nobody_has_edited_the_file_by_hand():
    assert hashlib.sha256(DATA_FILE.read_bytes()).hexdigest() == SHA256


def test_the_file_is_small_with_one_row_per_line():
    content = DATA_FILE.read_bytes()
    assert len(content) < 350_000
    assert content.count(b"\n") > 3685 + 116 + 8


def test_the_file_carries_attribution_vintage_and_inputs(data):
    assert "INSEE" in data["attribution"]
    assert "Licence Ouverte 2.0" in data["attribution"]
    assert data["vintage"] == 2026
    assert data["inputs"] == INPUTS


def test_every_commune_of_the_region_is_there(data):
    assert Counter(row[3] for row in data["communes"]) == COMMUNES_PER_DEPARTEMENT
    assert len(data["epci"]) == 116


def test_codes_are_unique_and_in_order(data):
    codes = [row[0] for row in data["communes"]]
    assert codes == sorted(set(codes))


def test_every_row_refers_to_a_known_epci_and_has_a_postcode(data):
    epci = {row[0] for row in data["epci"]}
    assert all(row[4] in epci and row[2] for row in data["communes"])


def test_every_point_is_in_the_region_with_five_decimals_at_most(data):
    for row in data["communes"]:
        longitude, latitude = row[6:8]
        assert 2.8 < longitude < 7.2, row
        assert 46.1 < latitude < 48.5, row
        assert round(longitude, 5) == longitude
        assert round(latitude, 5) == latitude
