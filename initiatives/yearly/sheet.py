"""The bilan of a year as a spreadsheet."""

import csv

from django.http import HttpResponse

from hub.content.formulas import neutralise
from initiatives.yearly.bilan import UNKNOWN, Line

HEADINGS = ("Chiffre", "Année", "Valeur", "Année précédente", "Écart", "Définition", "Source")
# Excel reads accents as they are written where a file begins so.
BOM = "\ufeff"


def as_csv(year: int, lines: list[Line]) -> HttpResponse:
    """Return the file: numbers without spaces, so that they can be added up."""
    response = HttpResponse(
        BOM,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="bilan-{year}.csv"'},
    )
    writer = csv.writer(response)
    writer.writerow(HEADINGS)
    for line in lines:
        known = line.value is not None and line.before is not None
        writer.writerow(
            [
                neutralise(line.figure.name),
                year,
                UNKNOWN if line.value is None else line.value,
                UNKNOWN if line.before is None else line.before,
                (line.value or 0) - (line.before or 0) if known else "",
                neutralise(line.figure.definition),
                neutralise(line.figure.source),
            ]
        )
    return response
