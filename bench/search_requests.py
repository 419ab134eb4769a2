"""Measure whole requests for results and suggestions, on the site of `HUB_DATA`.

    HUB_DATA=/folder .venv/bin/python bench/import_initiatives.py --rows 10000 --keep /folder
    HUB_DATA=/folder .venv/bin/python bench/search_requests.py [--requests 100]

The site needs its static files and its index (`collectstatic`, `rebuild_index`). Words are drawn
from what its pages hold, so that nearly every request is one that was never made before. « first »
is a request just after a write, when the process remembers nothing of the content. Milliseconds of
the processor, in one process, through Django's test client; the load of the machine is printed.
"""

import argparse
import os
import random
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

WARMING = 10
_LONG = re.compile(r"[^\W\d_]{5,}")


class Draw:
    """Draws addresses; the same seed draws the same ones."""

    def __init__(self, texts: list[str]) -> None:
        self.rng = random.Random(11)
        self.words = sorted({word for text in texts for word in _LONG.findall(text.lower())})

    def two_words(self) -> str:
        """Search all types."""
        return _address("/recherche/", q=" ".join(self.rng.sample(self.words, 2)))

    def filtered(self) -> str:
        """Search fiches, in a filter."""
        departement = self.rng.choice(["21", "25", "39", "71"])
        return _address("/initiatives/", q=self.rng.choice(self.words), departement=departement)

    def question(self) -> str:
        """Ask a whole question."""
        words = self.rng.sample(self.words, 4)
        return _address("/recherche/", q=f"Comment {' '.join(words)} pour une équipe ?")

    def misspelt(self) -> str:
        """Search a word with a wrong letter."""
        word = self.rng.choice(self.words)
        at = self.rng.randrange(1, len(word) - 1)
        return _address("/recherche/", q=f"{word[:at]}x{word[at + 1 :]}")

    def browsed(self) -> str:
        """List fiches without a word."""
        return _address("/initiatives/", page=str(self.rng.randint(1, 10)))

    def suggested(self) -> str:
        """Type the beginning of a word."""
        return _address("/recherche/suggestions", q=self.rng.choice(self.words)[:4])


def _address(path: str, **parameters: str) -> str:
    return f"{path}?{urlencode(parameters)}"


def row(draw: Callable[[], str], requests: int) -> str:
    """Return a line of the table: later requests, then the first after a write."""
    from bench.page_costs import move, visitor

    client = visitor()  # a new one would load the middleware again
    for _ in range(WARMING):
        spent(client, draw())
    again = [spent(client, draw()) for _ in range(requests)]
    first = []
    for _ in range(max(10, requests // 5)):
        move()
        first.append(spent(client, draw()))
    said = (draw.__doc__ or "").rstrip(".")
    return f"| {said} | {percentiles(again)} | {percentiles(first)} |"


def spent(client: Client, address: str) -> float:
    """Return the milliseconds of processor time of one request.

    Raises RuntimeError where it is not answered by a page.
    """
    started = time.process_time()
    response = client.get(address)
    took = (time.process_time() - started) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")
    return took


def percentiles(times: list[float]) -> str:
    """Return the median and the 95th percentile."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return f"{cuts[49]:.1f} / {cuts[94]:.1f}"


def main() -> None:
    """Read the command line, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--requests", type=int, default=100)
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.settings.base"
    import django

    django.setup()
    from bench.page_costs import load
    from search.models import DocumentState

    texts = DocumentState.objects.order_by("pk").values_list("title", "text")[:500]
    draw = Draw([part for both in texts for part in both])
    print(f"{DocumentState.objects.count()} documents; {load()}\n")
    print("| ms, p50 / p95 | later | first after a write |\n| --- | --- | --- |")
    every = (
        draw.two_words, draw.filtered, draw.question, draw.misspelt, draw.browsed, draw.suggested,
    )  # fmt: skip
    for one in every:
        print(row(one, options.requests), flush=True)


if __name__ == "__main__":
    main()
