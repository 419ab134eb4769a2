"""Write a page as a row."""

from hub.content.formulas import neutralise
from initiatives.imports.columns import COLUMNS
from initiatives.models import InitiativePage

IMPORTED = tuple(column for column in COLUMNS if column.read is not None)


def row_of(page: InitiativePage) -> dict[str, str]:
    """Return all cells of a page, in the order of the columns, safe to open in a spreadsheet."""
    return {column.name: neutralise(column.write(page)) for column in COLUMNS}


def imported_cells(page: InitiativePage) -> dict[str, str]:
    """Return the cells that an import could change, as they are, to compare pages with rows."""
    return {column.name: column.write(page) for column in IMPORTED}
