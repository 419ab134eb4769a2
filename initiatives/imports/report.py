"""What an import did, row by row."""

from dataclasses import dataclass, field

MAX_QUOTED = 80


class ImportFileError(Exception):
    """The file itself cannot be read; its text says why, in French, for the person who gave it."""


class ImportStopped(KeyboardInterrupt):
    """Somebody stopped the import; `report` says what had been done until then."""

    def __init__(self, report: "ImportReport") -> None:
        super().__init__()
        self.report = report


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row was refused: its first line in the file, and the cell at fault, if it is one."""

    line: int
    key: str
    column: str
    value: str
    message: str

    def __str__(self) -> str:
        parts = [f"Ligne {self.line}"]
        if self.key:
            parts.append(f"«\u00a0{self.key}\u00a0»")
        if self.column:
            parts.append(f"colonne «\u00a0{self.column}\u00a0»")
        said = f"{', '.join(parts)}\u00a0: {self.message}"
        return f"{said} [{_shortened(self.value)}]" if self.value else said


@dataclass(slots=True)
class ImportReport:
    """What was done or, in a dry run, what would be: `import_key` → primary key of the page.

    The primary key is 0 where a dry run made no page. `refused` holds every problem of every
    refused row.
    """

    dry_run: bool = False
    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    refused: list[RowProblem] = field(default_factory=list)

    @property
    def refused_rows(self) -> int:
        """How many rows were refused."""
        return len({problem.line for problem in self.refused})

    @property
    def pages(self) -> dict[str, int]:
        """Every page that the file speaks of."""
        return {**self.created, **self.updated, **self.unchanged}


def _shortened(value: str) -> str:
    shown = " ".join(value.split())
    return shown if len(shown) <= MAX_QUOTED else f"{shown[:MAX_QUOTED]}…"
