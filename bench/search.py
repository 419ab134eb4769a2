"""Measure search on made-up fiches, side by side with Wagtail's own search in the database.

    .venv/bin/python bench/search.py [--sizes 163 1000 10000] [--turns 40] [--seconds 20]

For each size it makes a site in a temporary folder: an index, and a plain indexed model with the
same texts in SQLite, which flatters Wagtail's search (a page adds joins). Then every operation is
done turn by turn on both sides, shuffled, in one run and one process: trust the ratios more than
the milliseconds, and the processor's time more than the time waited where others use the machine.
A publication waits for the disk. An operation is done no more once its turns took --seconds; a turn
of the other side is interrupted after a minute. Memory is that of a process of its own, which opens
the index, answers, and reads near spellings.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

MEGABYTE = 1024 * 1024
WARMING = 5
LONGEST = 60  # seconds


@dataclass(frozen=True)
class Spent:
    """Seconds: those that one waits, and those of the processor, all threads together."""

    waited: float
    processor: float
    is_cut: bool = False


def set_up(folder: Path) -> None:
    """Make Django ready for a database in a folder, with the plain model."""
    os.environ |= {"HUB_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "hub.settings.base"}
    os.environ.setdefault("HUB_PLUGINS", "")
    from django.conf import settings

    settings.INSTALLED_APPS.append("bench.plain")
    import django

    django.setup()


def measured(count: int, folder: Path, options: argparse.Namespace) -> list[str]:
    """Return the lines of the table for so many fiches."""
    from django.core.management import call_command

    from bench.search_operations import operations
    from bench.search_sides import InDatabase, Product, store

    call_command("migrate", "wagtailsearch", verbosity=0)
    store(count)
    ours, rival = Product(folder / "index"), InDatabase()
    took, theirs = timed(lambda: ours.build(count)), timed(lambda: rival.build(count))
    lines = [
        f"### {count} fiches",
        "",
        f"Built in {took.processor:.1f} s of processor (the fiches are made meanwhile), "
        f"{size_of(folder / 'index')} MB; Wagtail's in {theirs.processor:.1f} s, {size_of(folder)} "
        f"MB with the texts. {memory(folder)}",
        "",
        "| ms, p50 / p95 | ours, processor | ours, waited | Wagtail's, processor | ratio of p50 |",
        "| --- | --- | --- | --- | --- |",
    ]
    times = turns(operations(ours, rival, count), options.turns, options.seconds)
    return [*lines, *(row(name, *sides) for name, sides in times.items()), ""]


def row(name: str, own: list[Spent], other: list[Spent]) -> str:
    """Return a line of the table; the ratio is that of processor times."""
    processor = [one.processor for one in own]
    rivals = [one.processor for one in other]
    cut = "more than " if any(one.is_cut for one in other) else ""
    ratio = f"{quantile(rivals, 50) / quantile(processor, 50):.1f}" if other else ""
    waited = said([one.waited for one in own])
    return f"| {name} | {said(processor)} | {waited} | {cut}{said(rivals)} | {cut}{ratio} |"


def turns(every: list[Any], count: int, seconds: float) -> dict[str, tuple[list[Spent], ...]]:
    """Return the time of each operation on each side, done in turn, shuffled."""
    rng = random.Random(1)
    sides = [
        (one.name, side, draw)
        for one in every
        for side, draw in enumerate((one.ours, one.rival))
        if draw
    ]
    times: dict[tuple[str, int], list[Spent]] = defaultdict(list)
    for turn in range(WARMING + count):
        rng.shuffle(sides)
        for name, side, draw in sides:
            if sum(one.waited for one in times[name, side]) < seconds:
                spent = bounded(draw()) if side else timed(draw())
                if turn >= WARMING or spent.waited > 1:
                    times[name, side].append(spent)
    return {one.name: (times[one.name, 0], times[one.name, 1]) for one in every}


def memory(folder: Path) -> str:
    """Return what a process takes that opens the index and answers."""
    asked = subprocess.run(
        [sys.executable, __file__, "--memory", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    before, after = json.loads(asked.stdout)
    return (
        f"A process that answers: {after['VmRSS']} MB resident, of which "
        f"{after['RssAnon'] - before['RssAnon']} MB of its own for search."
    )


def tell_memory(folder: Path) -> None:
    """Print the memory of this process before it opens an index and after it has answered."""
    from bench.search_operations import Draw
    from bench.search_sides import InDatabase, Product

    before = resident()
    ours = Product(folder / "index")
    draw = Draw(random.Random(3), 163, ours, InDatabase())
    for one in [draw.whole, draw.question, draw.filtered, draw.browse, draw.misspelt] * 10:
        one()()
    print(json.dumps([before, resident()]))


def resident() -> dict[str, int]:
    """Return the resident memory of this process and the part that is its own, in MB."""
    lines = (line.split() for line in Path("/proc/self/status").read_text().splitlines())
    return {
        words[0].rstrip(":"): int(words[1]) // 1024
        for words in lines
        if words and words[0] in {"VmRSS:", "RssAnon:"}
    }


def timed(work: Callable[[], object]) -> Spent:
    """Return the time that a piece of work takes."""
    begin, used = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - begin, time.process_time() - used)


def bounded(work: Callable[[], object]) -> Spent:
    """Return the time that the other side takes, which is interrupted where it takes too long."""
    from bench.search_sides import TooLongError, interrupted_after

    begin, used, is_cut = time.perf_counter(), time.process_time(), False
    try:
        with interrupted_after(LONGEST):
            work()
    except TooLongError:
        is_cut = True
    return Spent(time.perf_counter() - begin, time.process_time() - used, is_cut)


def size_of(folder: Path) -> int:
    """Return the megabytes of all files of a folder."""
    return round(sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / MEGABYTE)


def quantile(values: list[float], percent: int) -> float:
    """Return a percentile."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def said(values: list[float]) -> str:
    """Return the median and the 95th percentile of seconds, in milliseconds."""
    if not values:
        return "none"
    few = f" ({len(values)} turns)" if len(values) < 10 else ""
    return f"{quantile(values, 50) * 1000:.1f} / {quantile(values, 95) * 1000:.1f}{few}"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[163, 1_000, 10_000])
    parser.add_argument("--turns", type=int, default=40, help="of each operation, on each side")
    parser.add_argument("--seconds", type=float, default=20, help="at most, for each operation")
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Measure each size in a process of its own, and print."""
    options = arguments()
    if options.memory:
        set_up(options.memory)
        tell_memory(options.memory)
    elif options.size:
        with tempfile.TemporaryDirectory() as temporary:
            set_up(Path(temporary))
            print("\n".join(measured(options.size, Path(temporary), options)), flush=True)
    else:
        for size in options.sizes:
            busy = ", ".join(f"{one:.1f}" for one in os.getloadavg())
            print(f"{os.cpu_count()} cores, load {busy}\n", flush=True)
            again = ["--turns", str(options.turns), "--seconds", str(options.seconds)]
            subprocess.run([sys.executable, __file__, "--size", str(size), *again], check=True)


if __name__ == "__main__":
    main()
