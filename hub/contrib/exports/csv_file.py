"""Initiatives as CSV (RFC 4180), sent as it is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from hub.contrib.exports.rows import KINDS, header, rows
from hub.plugins import Representation, Selection

BOM = "\ufeff"
WITH_BOM = "bom"


def write_csv(selection: Selection) -> Iterator[bytes]:
    """Yield a header, then a row for each initiative; commas between cells, in UTF-8.

    `?bom=1` has it begin with a mark that makes Excel read accents right.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    if WITH_BOM in selection.flags:
        text.write(BOM)
    writer.writerow(header())
    for row in rows(selection):
        yield _taken(text)
        writer.writerow(row)
    yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    written = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return written


CSV = Representation(
    suffix="csv",
    media_type="text/csv; charset=utf-8; header=present",
    label="CSV (tableau)",
    write=write_csv,
    kinds=KINDS,
    flags=frozenset({WITH_BOM}),
)
