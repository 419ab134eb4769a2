"""What the plugin brings."""

from collections.abc import Iterable

from hub.plugins import Representation, hookimpl


@hookimpl
def installed_apps() -> Iterable[str]:
    """Its name in the list of applications: it has neither model nor template."""
    return ["hub.contrib.exports"]


@hookimpl
def representations() -> Iterable[Representation]:
    """Initiatives as a table, in two kinds of files, and what its columns are."""
    from hub.contrib.exports.csv_file import CSV
    from hub.contrib.exports.table_schema import TABLE_SCHEMA
    from hub.contrib.exports.workbook import WORKBOOK

    return [CSV, WORKBOOK, TABLE_SCHEMA]
