"""The communes, EPCI and départements of the region, read once from the committed file.

The file is made by `python -m hub.territory.build`; its row format is described there.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .matching import NameIndex
from .places import Commune, Departement, Epci
from .point import Point

__all__ = ["Commune", "Departement", "Epci", "Gazetteer", "get_gazetteer"]

DATA_FILE = Path(__file__).resolve().parent / "data" / "gazetteer.json"


class Gazetteer:
    """Look-ups over the gazetteer; every one answers None or an empty tuple to unknown input."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.attribution: str = data["attribution"]
        self.vintage: int = data["vintage"]
        self._departements = {row[0]: Departement(*row) for row in data["departements"]}
        self._epcis = {row[0]: Epci(*row) for row in data["epci"]}
        self._communes = {row[0]: self._read(row) for row in data["communes"]}
        self._by_postcode = _grouped(
            (postcode, commune) for commune in self.communes for postcode in commune.postcodes
        )
        self._by_epci = _grouped((commune.epci.code, commune) for commune in self.communes)
        self._by_departement = _grouped(
            (commune.departement.code, commune) for commune in self.communes
        )
        self._names = NameIndex(self.communes)

    @property
    def communes(self) -> tuple[Commune, ...]:
        """All communes, by INSEE code."""
        return tuple(self._communes.values())

    @property
    def epcis(self) -> tuple[Epci, ...]:
        """All EPCI with a member in the region, by SIREN."""
        return tuple(self._epcis.values())

    @property
    def departements(self) -> tuple[Departement, ...]:
        """The eight départements, by code."""
        return tuple(self._departements.values())

    def commune(self, code: str) -> Commune | None:
        """Return the commune of an INSEE code."""
        return self._communes.get(code)

    def epci(self, code: str) -> Epci | None:
        """Return the EPCI of a SIREN."""
        return self._epcis.get(code)

    def departement(self, code: str) -> Departement | None:
        """Return the département of a code."""
        return self._departements.get(code)

    def with_postcode(self, postcode: str) -> tuple[Commune, ...]:
        """Return the communes that share a postcode (25330 has sixteen)."""
        return self._by_postcode.get(postcode, ())

    def in_epci(self, code: str) -> tuple[Commune, ...]:
        """Return the member communes of an EPCI that are in the region."""
        return self._by_epci.get(code, ())

    def in_departement(self, code: str) -> tuple[Commune, ...]:
        """Return the communes of a département."""
        return self._by_departement.get(code, ())

    def in_former_region(self, name: str) -> tuple[Departement, ...]:
        """Return the départements of "Bourgogne" or of "Franche-Comté"."""
        return tuple(row for row in self.departements if row.former_region == name)

    def search(self, text: str, limit: int = 10) -> list[Commune]:
        """Return the communes that a person may mean by this text, most likely first.

        Accents, case, hyphens, "St", the leading article are forgiven; the beginning of a name,
        an old name, a postcode and "Flagey (25)" are understood. Exact names come first, then
        beginnings of names, then beginnings of a word inside; the most populated first.
        """
        return self._names.search(text, limit)

    def named(self, text: str) -> tuple[Commune, ...]:
        """Return the communes of exactly this name, with the same forgiveness as `search`."""
        return self._names.named(text)

    def _read(self, row: list[Any]) -> Commune:
        code, name, postcodes, departement, epci, population, longitude, latitude, aliases = row
        return Commune(
            code,
            name,
            tuple(postcodes),
            self._departements[departement],
            self._epcis[epci],
            population,
            Point(longitude, latitude),
            tuple(aliases),
        )


@cache
def get_gazetteer() -> Gazetteer:
    """Return the gazetteer, read from its file on the first call."""
    return Gazetteer(json.loads(DATA_FILE.read_text(encoding="utf-8")))


def _grouped(pairs: Iterable[tuple[str, Commune]]) -> dict[str, tuple[Commune, ...]]:
    groups: defaultdict[str, list[Commune]] = defaultdict(list)
    for key, commune in pairs:
        groups[key].append(commune)
    return {key: tuple(communes) for key, communes in groups.items()}
