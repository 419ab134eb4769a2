"""Measure what machines ask for, on the site of `HUB_DATA`: the API, the exports, the feeds.

    HUB_DATA=/folder .venv/bin/python bench/import_initiatives.py --rows 10000 --keep /folder
    HUB_DATA=/folder .venv/bin/python bench/api.py [--requests 100]

The site needs its static files and its index (`collectstatic`, `rebuild_index`). « first » is a
request just after a write, when the process remembers nothing. Milliseconds of the processor, in
one process, through Django's test client and its middleware (compression included), and how many
questions the database was asked. An export is read part by part, in seconds of the processor and of
the clock; its peak of memory is beside what the process held idle, once it had answered such a
request, and the exports before: code is not counted. Memory is that of Linux.
"""

import argparse
import gc
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

LISTED = "/api/v1/initiatives?limit=20"
ADDRESSES = {
    "20 items, first": (LISTED, True),
    "20 items": (LISTED, False),
    "20 changes": ("/api/v1/pages?limit=20&updated_since=2020-01-01", False),
    "a search, with its facets": ("/api/v1/recherche?q=travail", False),
    "a feed": ("/initiatives.atom", False),
    "a frame of a list": ("/integration/initiatives/", False),
}
EXPORTS = ("/initiatives.csv", "/initiatives.geojson", "/initiatives.jsonld", "/initiatives.xlsx")
FEW = "departement=90"  # loads the code that an export needs


def questions(address: str) -> int:
    """Return how many questions one request asks the database, sizes of pictures being made."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.page_costs import visitor

    client = visitor()
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def exported(address: str) -> str:
    """Return the line of an export: its seconds, its size, its memory at its peak."""
    _read(f"{address}?{FEW}")
    gc.collect()
    _forget_peak()
    idle, clock, started = _memory("VmRSS"), time.perf_counter(), time.process_time()
    size = _read(address)
    took, waited = time.process_time() - started, time.perf_counter() - clock
    more = _memory("VmHWM") - idle
    return f"| {address} | {took:.1f} s | {waited:.1f} s | {size / 1e6:.1f} MB | {more:.0f} MB |"


def _read(address: str) -> int:
    from bench.page_costs import visitor

    return sum(len(part) for part in visitor().get(address))


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")  # man 5 proc


def _memory(name: str) -> float:
    """Return a figure of this process in MB: held now (VmRSS), or at most (VmHWM)."""
    status = Path("/proc/self/status").read_text().splitlines()
    (line,) = (one for one in status if one.startswith(f"{name}:"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Read the command line, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--requests", type=int, default=100)
    count = parser.parse_args().requests
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.settings.base"
    import django

    django.setup()
    from bench.map import held, row
    from bench.page_costs import load

    print(
        f"{load()}\n\n| ms of processor, p50 / p95 | | compressed | questions |"
        "\n| --- | --- | --- | --- |"
    )
    for said, (address, moves) in ADDRESSES.items():
        few = max(10, count // 5) if moves else count
        line = row(said, lambda address=address: address, few, moves=moves)
        print(f"{line} {questions(address)} |", flush=True)
    print(f"{held('20 items, 304', LISTED, count)} |", flush=True)
    print(
        f"\n{load()}\n\n| | of processor | of the clock | size | more memory |"
        "\n| --- | --- | --- | --- | --- |"
    )
    for address in EXPORTS:
        print(exported(address), flush=True)


if __name__ == "__main__":
    main()
