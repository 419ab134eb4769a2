"""Import a table of initiatives: the one door for the command, the demo and later the admin."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Q

from hub.editing.trash.node import IsBinned
from initiatives.imports.column import Context
from initiatives.imports.columns import key_of
from initiatives.imports.indexing import indexes_by_hand
from initiatives.imports.mapping import Layout, MappedRow, RowRefusedError
from initiatives.imports.report import ImportReport, ImportStopped, RowProblem
from initiatives.imports.slugs import SlugPool
from initiatives.imports.source import Row, Table, open_table
from initiatives.imports.writing import Writer
from initiatives.models import InitiativeIndexPage, InitiativePage

BATCH = 100
Progress = Callable[[int, int], None]


def import_initiatives(  # noqa: PLR0913  (an import has its options, all named)
    source: TextIO | Path,
    *,
    parent: InitiativeIndexPage,
    dry_run: bool = False,
    publish: bool = True,
    all_or_nothing: bool = False,
    progress: Progress | None = None,
    user: Any = None,
) -> ImportReport:
    """Create or update a fiche for every row of a CSV table, found by its key.

    Takes a path, or a text opened with `newline=""`. Each row is one transaction: whenever the
    import stops, every fiche is either as before or complete and published. A row that changes
    nothing writes nothing. A refused row leaves the others alone, unless `all_or_nothing`: then
    nothing is written at all. New fiches are published unless `publish` is false; fiches that are
    not live stay so. `progress` is called with (rows done, rows in all) after each row.

    Returns what was done; with `dry_run`, what would be done. Raises ImportFileError when the file
    itself cannot be read, and ImportStopped, with the report so far, on KeyboardInterrupt.
    """
    table = open_table(source)
    run = _Run(table, Layout(table.header), parent, publish, user, progress)
    if dry_run or not all_or_nothing:
        return run.pass_over(dry_run=dry_run)
    try:
        rehearsal = run.pass_over(dry_run=True, rank=0, passes=2)
        return ImportReport(refused=rehearsal.refused) if rehearsal.refused else run.write_whole()
    except ImportStopped:
        raise ImportStopped(ImportReport()) from None


@dataclass(slots=True)
class _Run:
    """One import: what all its rows share."""

    table: Table
    layout: Layout
    parent: InitiativeIndexPage
    publish: bool
    user: Any
    progress: Progress | None

    def pass_over(self, *, dry_run: bool, rank: int = 0, passes: int = 1) -> ImportReport:
        """Go through the rows once; `rank` and `passes` place this pass in the progress."""
        report = ImportReport(dry_run)
        writer = Writer(
            self.parent, Context.load(), _slugs_under(self.parent), self.publish, dry_run, self.user
        )
        rows = _Rows(writer, report)
        total = self.table.total
        try:
            with indexes_by_hand():
                for done in rows.take_all(self.table.rows(), self.layout):
                    if self.progress:
                        self.progress(rank * total + done, passes * total)
        except KeyboardInterrupt:
            raise ImportStopped(report) from None
        return report

    def write_whole(self) -> ImportReport:
        """Write all rows in one transaction, or none of them."""
        with transaction.atomic():
            report = self.pass_over(dry_run=False, rank=1, passes=2)
            transaction.set_rollback(bool(report.refused))
        return ImportReport(refused=report.refused) if report.refused else report


@dataclass(slots=True)
class _Rows:
    """Takes rows one after the other, and notes in the report what became of each."""

    writer: Writer
    report: ImportReport
    lines: dict[str, int] = field(default_factory=dict)

    def take_all(self, rows: Iterator[Row], layout: Layout) -> Iterator[int]:
        """Take every row; yield how many have been taken."""
        done = 0
        while batch := list(islice(rows, BATCH)):
            mapped = [self._mapped(row, layout) for row in batch]
            pages = _pages_of(row.key for row in mapped if row is not None)
            for row in mapped:
                if row is not None:
                    self._take(row, pages.get(row.key))
                done += 1
                yield done

    def _mapped(self, row: Row, layout: Layout) -> MappedRow | None:
        try:
            mapped = layout.map_row(row, self.writer.context.terms)
        except RowRefusedError as refused:
            self.report.refused += refused.problems
            return None
        first = self.lines.setdefault(mapped.key, mapped.line)
        if first != mapped.line:
            message = f"Cette clé est déjà celle de la ligne {first}."
            self.report.refused.append(mapped.problem("cle", message))
            return None
        return mapped

    def _take(self, row: MappedRow, page: InitiativePage | None) -> None:
        context = self.writer.context
        try:
            if page is None:
                self.report.created[row.key] = self.writer.create(row)
            else:
                changed = self.writer.update(page, row)
                kind = self.report.updated if changed else self.report.unchanged
                kind[row.key] = page.pk
        except RowRefusedError as refused:
            context.undo()
            self.report.refused += refused.problems
        except (IntegrityError, OperationalError) as error:
            context.undo()
            self.report.refused.append(_database_problem(row, error))
        except BaseException:
            context.undo()
            raise
        else:
            context.keep()


def _slugs_under(parent: InitiativeIndexPage) -> SlugPool:
    return SlugPool(parent.get_children().values_list("slug", flat=True))


def _pages_of(keys: Iterable[str]) -> dict[str, InitiativePage]:
    """Return the pages of these keys, with all that a row may change, in a few queries.

    A page without a key is found by its identity, under which exports write it.
    """
    wanted = list(keys)
    identities = filter(None, map(_identity, wanted))
    pages = (
        InitiativePage.objects.filter(
            Q(import_key__in=wanted) | Q(import_key__isnull=True, uid__in=list(identities))
        )
        .order_by("pk")
        .annotate(is_in_bin=IsBinned("path"))
        .for_rows()
    )
    return {key_of(page): page for page in pages}


def _identity(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None


def _database_problem(row: MappedRow, error: Exception) -> RowProblem:
    if isinstance(error, IntegrityError):
        message = "Quelqu’un vient d’enregistrer une fiche semblable\u00a0: relancez l’import."
    else:
        message = "La base de données est occupée\u00a0: relancez l’import."
    return row.problem("", f"{message} ({error})")
