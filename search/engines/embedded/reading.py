"""An opened index, followed through its commits and its swaps by every thread and process."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

import tantivy

from hub.territory.point import Point
from search.engines.contract import EngineDownError
from search.engines.embedded.compiling import Compiler
from search.engines.embedded.folders import Folders
from search.engines.embedded.layout import PLACE, point_of
from search.schema import Schema

Stamp = tuple[str, int, int]
META = "meta.json"  # tantivy puts another one in its place at each commit


@dataclass
class Snapshot:
    """One state of the index; it never changes, whatever is written meanwhile."""

    stamp: Stamp
    index: tantivy.Index
    searcher: tantivy.Searcher
    compiler: Compiler = field(init=False)
    schema: Schema

    def __post_init__(self) -> None:
        self._places: list[tuple[str, Point]] | None = None
        self.compiler = Compiler(self.schema, self.index.schema, self.places)

    def places(self) -> list[tuple[str, Point]]:
        """Return the places of all documents, as they are written and as points, read once."""
        if self._places is None:
            everywhere = tantivy.Query.all_query()
            found = self.searcher.terms_with_prefix(PLACE, "", everywhere)
            self._places = [(place, point_of(place)) for place, _ in found]
        return self._places


class Reader:
    """Gives the last state of the index that answers."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._lock = threading.Lock()
        self._kept: tuple[int, Snapshot] | None = None

    def stamp(self) -> Stamp | None:
        """Return what differs after each commit and each swap; None where there is no index."""
        folder = self._folders.current()
        return _stamp_of(folder) if folder else None

    def snapshot(self, schema: Schema) -> Snapshot:
        """Return the last state.

        Raises EngineDownError where there is no index, or none of this schema, or it is damaged.
        """
        stamp = self.stamp()
        if stamp is None:
            raise EngineDownError("there is no index")
        if not stamp[0].startswith(f"{schema.name}-"):
            raise EngineDownError("the index was made for another version")
        kept = self._kept
        # An index that was opened before a fork is not shared with the child.
        if kept and kept[0] == os.getpid() and kept[1].stamp == stamp:
            return kept[1]
        with self._lock:
            return self._open(stamp, schema)

    def _open(self, stamp: Stamp, schema: Schema) -> Snapshot:
        kept = self._kept
        is_mine = kept is not None and kept[0] == os.getpid()
        if kept and is_mine and kept[1].stamp == stamp:
            return kept[1]
        try:
            if kept and is_mine and kept[1].stamp[0] == stamp[0]:
                index = kept[1].index
                index.reload()
            else:
                index = tantivy.Index.open(str(self._folders.root / stamp[0]))
            opened = Snapshot(stamp, index, index.searcher(), schema)
        except (ValueError, OSError) as error:
            raise EngineDownError(f"the index {stamp[0]} cannot be opened: {error}") from error
        self._kept = (os.getpid(), opened)
        return opened


def _stamp_of(folder: Path) -> Stamp | None:
    try:
        meta = (folder / META).stat()
    except OSError:
        return None
    return folder.name, meta.st_mtime_ns, meta.st_ino
