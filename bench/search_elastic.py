"""Measure our search on an Elasticsearch, on the made-up fiches of bench/search.py.

    HUB_SEARCH_URL=http://127.0.0.1:9200 .venv/bin/python bench/search_elastic.py [--sizes 10000]

Indexes of its own are made and removed. Times are those that a visitor waits, client included; the
processor's are of this process alone, without the server. The analysis runs in as many processes as
there are cores, which the server shares here.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import pickle
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.search import said, set_up, turns  # noqa: E402

CHUNK = 200
AHEAD = 20  # chunks
PATIENCE = 20.0  # seconds: a slow answer is measured, not given by the database


def chunk_files(folder: Path, count: int) -> list[Path]:
    """Write the first fiches in files of some hundreds: making them up is no part of a build."""
    chunks = [range(at, min(at + CHUNK, count)) for at in range(0, count, CHUNK)]
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        return pool.map(partial(_write_chunk, folder), chunks)


def _write_chunk(folder: Path, numbers: range) -> Path:
    from bench.search_sides import made

    path = folder / f"{numbers.start}.fiches"
    path.write_bytes(pickle.dumps(list(made(numbers))))
    return path


def analysed(chunk: Path) -> list[Any]:
    """Return the documents of a file of fiches."""
    from bench.search_sides import document

    return [document(one) for one in pickle.loads(chunk.read_bytes())]  # noqa: S301 - ours


def documents(chunks: list[Path]) -> Iterator[Any]:
    """Yield the documents of fiches, analysed in several processes, not far ahead of the writes."""
    ahead = BoundedSemaphore(AHEAD)

    def as_needed() -> Iterator[Path]:
        for chunk in chunks:
            ahead.acquire()
            yield chunk

    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        for some in pool.imap(analysed, as_needed()):
            ahead.release()
            yield from some


def bench_server() -> Any:
    """Return the servers of HUB_SEARCH_URL, with indexes of our own."""
    from django.conf import settings

    if settings.HUB_SEARCH_SERVER is None:
        raise SystemExit("HUB_SEARCH_URL names no Elasticsearch.")
    return replace(settings.HUB_SEARCH_SERVER, prefix="hub-bench", seconds=PATIENCE)


def product() -> Any:
    """Return our search on the servers of HUB_SEARCH_URL."""
    from bench.search_sides import Product
    from search.engines.elastic import ElasticEngine

    ours = Product(Path(os.devnull))
    ours.engine = ElasticEngine(bench_server(), ours.schema)
    ours.suggester = replace(ours.suggester, engine=ours.engine)
    return ours


def measure(count: int, folder: Path, options: argparse.Namespace) -> None:
    """Print the table of so many fiches."""
    from bench.search_operations import operations
    from bench.search_sides import InDatabase, store

    store(count)
    chunks = chunk_files(folder, count)
    ours = product()
    try:
        begun = time.perf_counter()
        ours.engine.rebuild(documents(chunks)).swap()
        spent = time.perf_counter() - begun
        print(f"### {count} fiches\n\nBuilt in {spent:.0f} s, {count / spent:.0f} a second.\n")
        print("| ms, p50 / p95 | waited | processor |\n| --- | --- | --- |")
        every = [replace(one, rival=None) for one in operations(ours, InDatabase(), count)]
        for name, (own, _) in turns(every, options.turns, options.seconds).items():
            waited = said([one.waited for one in own])
            print(f"| {name} | {waited} | {said([one.processor for one in own])} |", flush=True)
    finally:
        ours.engine.remove_everything()
        ours.engine.close()


def main() -> None:
    """Measure each size in turn."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    parser.add_argument("--turns", type=int, default=40, help="of each operation")
    parser.add_argument("--seconds", type=float, default=20, help="at most, for each operation")
    options = parser.parse_args()
    for size in options.sizes:
        child = os.fork()
        if not child:
            with tempfile.TemporaryDirectory() as folder:
                set_up(Path(folder))
                random.seed(1)
                measure(size, Path(folder), options)
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
