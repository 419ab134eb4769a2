"""Names, postcodes, EPCI, population and old names of the communes of the region."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hub.territory.folding import fold

from .sources import EtalabPackage

REGION = "27"
FORMER_REGIONS = {
    "Bourgogne": ("21", "58", "71", "89"),
    "Franche-Comté": ("25", "39", "70", "90"),
}
# Merged, or renamed at a merger, without a delegated commune: the package knows their codes, not
# their names.
NAMED_BY_HAND = {"25223": "Éternoz", "25297": "Le Gratteris", "71131": "Ciel"}


def departement_rows(package: EtalabPackage) -> list[list[str]]:
    """Return `[code, name, former region]` per département."""
    former = {code: name for name, codes in FORMER_REGIONS.items() for code in codes}
    return [
        [row["code"], row["nom"], former[row["code"]]]
        for row in package.table("departements")
        if row["region"] == REGION
    ]


def epci_rows(package: EtalabPackage, communes: set[str]) -> list[list[str]]:
    """Return `[SIREN, name]` per EPCI with at least one of these communes as a member."""
    return sorted([row["code"], row["nom"]] for row in _epci_of(package, communes))


def commune_rows(package: EtalabPackage) -> list[list[Any]]:
    """Return `[code, name, [postcodes], département, EPCI, population, [aliases]]`, by code."""
    table = [row for row in package.table("communes") if row.get("region") == REGION]
    current = {row["code"]: row for row in table if row["type"] == "commune-actuelle"}
    epci = {
        member["code"]: row["code"]
        for row in _epci_of(package, set(current))
        for member in row["membres"]
    }
    aliases = _aliases(table, current)
    return [
        [
            code,
            row["nom"],
            row["codesPostaux"],
            row["departement"],
            epci[code],
            row["population"],
            aliases[code],
        ]
        for code, row in sorted(current.items())
    ]


def epci_of_communes(package: EtalabPackage) -> dict[str, str]:
    """Return the EPCI of each commune of the region, under its code and those it absorbed."""
    epci = {row[0]: row[4] for row in commune_rows(package)}
    absorbed = {
        old: epci[row["code"]]
        for row in package.table("communes")
        if row["type"] == "commune-actuelle" and row["code"] in epci
        for old in row.get("anciensCodes", [])
    }
    return absorbed | epci


def _epci_of(package: EtalabPackage, communes: set[str]) -> Iterator[dict[str, Any]]:
    for row in package.table("epci"):
        if not communes.isdisjoint(member["code"] for member in row["membres"]):
            yield row


def _aliases(
    table: list[dict[str, Any]], current: dict[str, dict[str, Any]]
) -> defaultdict[str, list[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in table:
        if row.get("chefLieu") in current:
            found[row["chefLieu"]].add(row["nom"])
    for code, row in current.items():
        for old in NAMED_BY_HAND.keys() & {code, *row.get("anciensCodes", [])}:
            found[code].add(NAMED_BY_HAND[old])
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for code, names in found.items():
        own = fold(current[code]["nom"])
        aliases[code] = sorted(name for name in names if fold(name) != own)
    return aliases
