"""Measure what the map asks for, on the site of `HUB_DATA`: points, names, GeoJSON, the page.

    HUB_DATA=/folder .venv/bin/python bench/import_initiatives.py --rows 10000 --keep /folder
    HUB_DATA=/folder .venv/bin/python bench/map.py --spread [--requests 100]

The site needs its static files and its index (`collectstatic`, `rebuild_index`). `--spread` first
puts the fiches of the site, which is that of a bench, in communes drawn by their population, four
in ten of them at an address; then the index is to be made again. « first » is a request just after
a write, when the process remembers nothing; « another » a search that was never asked; « again »
one that was. Milliseconds of the processor, in one process, through Django's test client and its
middleware (compression included); the load of the machine is printed.
"""

import argparse
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

POINTS, PAGE, GEOJSON = "/carte/points.json", "/carte/", "/initiatives.geojson"
WARMING = 3
AT_AN_ADDRESS = 0.4


def spread() -> None:
    """Put each fiche somewhere in the region; the same seed puts it at the same place."""
    from hub.territory.gazetteer import get_gazetteer
    from hub.territory.point import Point
    from initiatives.models import InitiativePage

    rng = random.Random(11)
    communes = get_gazetteer().communes
    weights = [one.population for one in communes]
    fiches = list(InitiativePage.objects.order_by("pk"))
    for fiche in fiches:
        (commune,) = rng.choices(communes, weights)
        point, is_exact = commune.point, rng.random() < AT_AN_ADDRESS
        if is_exact:
            east, north = rng.uniform(-0.03, 0.03), rng.uniform(-0.02, 0.02)
            point = Point(point.longitude + east, point.latitude + north)
        fiche.commune_code, fiche.point = commune.code, str(point)
        fiche.derive_place()
    fields = ["commune_code", *sorted(InitiativePage.PLACE_DERIVED)]
    InitiativePage.objects.bulk_update(fiches, fields, batch_size=200)


def searches() -> Iterator[str]:
    """Yield parameters, hardly ever the same: words, a filter, a circle."""
    rng = random.Random(7)
    words = ("travail", "équipe", "atelier", "emploi", "horaires", "santé", "accueil", "outil")
    for word in cycle(words):
        kind = rng.randrange(3)
        if kind == 0:
            yield f"?q={word} {rng.choice(words)}"
        elif kind == 1:
            yield f"?departement={rng.choice(['21', '25', '39', '71'])}&q={word}"
        else:
            yield f"?autour=21231&rayon={rng.randint(5, 200)}"


def spent(client: Client, address: str, **headers: str) -> tuple[float, Any]:
    """Return the milliseconds of processor time of one request, and its answer.

    Raises RuntimeError where it is refused.
    """
    started = time.process_time()
    response = client.get(address, headers={"accept-encoding": "gzip", **headers})
    body = b"".join(response)
    took = (time.process_time() - started) * 1000
    if response.status_code not in {200, 304}:
        raise RuntimeError(f"{address}: {response.status_code}")
    return took, (response, body)


def row(said: str, address: Callable[[], str], count: int, *, moves: bool = False) -> str:
    """Return a line of the table; `moves` writes something before each request."""
    from bench.page_costs import move, visitor
    from bench.search_requests import percentiles

    client = visitor()
    for _ in range(WARMING):
        _, (_, body) = spent(client, address())
    times = []
    for _ in range(count):
        if moves:
            move()
        times.append(spent(client, address())[0])
    return f"| {said} | {percentiles(times)} | {len(body) / 1000:.1f} kB |"


def held(said: str, address: str, count: int) -> str:
    """Return the line of a request whose answer the visitor has."""
    from bench.page_costs import visitor
    from bench.search_requests import percentiles

    client = visitor()
    _, (response, _) = spent(client, address)
    etag = response.headers["ETag"]
    times = [spent(client, address, if_none_match=etag)[0] for _ in range(count)]
    return f"| {said} | {percentiles(times)} | |"


def main() -> None:
    """Read the command line, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--requests", type=int, default=100)
    parser.add_argument("--spread", action="store_true")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.settings.base"
    import django

    django.setup()
    from bench.page_costs import load

    if options.spread:
        spread()
        print("Now: manage.py rebuild_index")
        return
    _print(options.requests, load())


def _print(count: int, load: str) -> None:
    asked, few = searches(), max(10, count // 5)
    print(f"{load}\n\n| ms of processor, p50 / p95 | | compressed |\n| --- | --- | --- |")
    print(row("points of all, first", lambda: POINTS, few, moves=True), flush=True)
    print(row("points of all, again", lambda: POINTS, count), flush=True)
    print(held("points of all, 304", POINTS, count), flush=True)
    print(row("points of another search", lambda: POINTS + next(asked), count), flush=True)
    print(row("the page, first", lambda: PAGE, few, moves=True), flush=True)
    print(row("the page, another search", lambda: PAGE + next(asked), count), flush=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(row("GeoJSON of all", lambda: GEOJSON, max(3, few // 4)), flush=True)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"\nGeoJSON: {grown:.0f} MB more at its peak.")


if __name__ == "__main__":
    main()
