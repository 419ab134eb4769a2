"""Texts that a spreadsheet would run as formulas, and the apostrophe that stops it.

Source: OWASP, "CSV Injection".
"""

import re

_STARTS_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def neutralise(cell: str) -> str:
    """Return the cell as it may be opened in a spreadsheet."""
    return f"'{cell}" if _STARTS_FORMULA.match(cell) else cell


def restore(cell: str) -> str:
    """Return the cell as it was before `neutralise`."""
    return cell[1:] if cell.startswith("'") and _STARTS_FORMULA.match(cell, 1) else cell
