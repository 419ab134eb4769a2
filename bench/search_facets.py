"""Compare two ways to count disjunctive facets on an Elasticsearch, turn by turn.

    HUB_SEARCH_URL=http://127.0.0.1:9200 .venv/bin/python bench/search_facets.py [--size 40000]

Ours sends a body for each facet that narrows, together (`_msearch`); the other way is one body,
whose filters come after (`post_filter`), each count being filtered by those of the other facets.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.search import set_up  # noqa: E402

WARMING = 5
WORDS = ("horaires", "salarié", "formation", "télétravail", "équipe", "santé", "réunion", "atelier")


def one_body(bodies: list[dict[str, Any]], counted: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    """Return one body that asks what the bodies of a search ask together.

    The narrowing filters are the last ones of the first body, in the order of the other bodies.
    """
    first = bodies[0]
    whole = first["query"]["bool"]["filter"]
    narrowing = counted[1:]
    standing, filters = whole[: -len(narrowing)], whole[-len(narrowing) :]
    aggregations = {}
    for names, body in zip(counted, bodies, strict=True):
        others = [one for facet, one in zip(narrowing, filters, strict=True) if facet != names]
        inner = {"filter": {"bool": {"filter": others}}, "aggs": body.get("aggs", {})}
        aggregations["+".join(names) or "none"] = inner
    query = {"bool": {"must": first["query"]["bool"]["must"], "filter": standing}}
    after = {"bool": {"filter": filters}}
    return first | {"query": query, "post_filter": after, "aggs": aggregations}


def drawn(rng: random.Random, filters: int) -> Any:
    """Return a query of a word and so many filters, as a fiche of the corpus has them."""
    from bench.search_sides import FILTERED, made, narrowed

    [fiche] = made([rng.randrange(1000)])
    chosen = {name: fiche["values"][name] for name in FILTERED[:filters]}
    return narrowed(rng.choice(WORDS), chosen)


def measure(size: int, turns: int) -> None:
    """Print the times of both ways, with one filter and with three."""
    from bench.search_elastic import bench_server, product
    from bench.search_sides import document, made
    from search.engines.elastic.connecting import connect
    from search.engines.elastic.indexes import Indexes

    ours = product()
    client = connect(bench_server())
    alias = Indexes(client, bench_server()).alias(ours.schema())
    rng = random.Random(3)
    try:
        ours.engine.rebuild(map(document, made(range(size)))).swap()
        print("| ms, p50 / p95 | `_msearch` | `post_filter` |\n| --- | --- | --- |")
        for filters in (1, 3):
            spent: dict[str, list[float]] = {"apart": [], "together": []}
            for turn in range(turns):
                took = one_turn(ours, client, alias, drawn(rng, filters))
                for way in took if turn >= WARMING else ():
                    spent[way].append(took[way])
            said = " | ".join(map(p50_p95, spent.values()))
            print(f"| a word, filters: {filters}, all facets | {said} |", flush=True)
    finally:
        ours.engine.remove_everything()
        ours.engine.close()
        client.close()


def one_turn(ours: Any, client: Any, alias: str, query: Any) -> dict[str, float]:
    """Return how many milliseconds each way takes, in a random order; raise where they differ."""
    from search.dsl import bodies_for
    from search.engines.elastic.answering import ask
    from search.engines.elastic.translating import Translator
    from search.searching import Searcher

    words = Searcher(ours.engine, ours.facets).meaning_of(query).query
    asked = bodies_for(query, words, ours.facets)
    translator = Translator(ours.schema())
    apart = [translator.body(body) for body in asked.bodies]
    ways = {"apart": apart, "together": [one_body(apart, asked.counted)]}
    spent, totals = {}, set()
    for way in random.sample(sorted(ways), len(ways)):
        begun = time.perf_counter()
        answers = ask(client, alias, ways[way])
        spent[way] = (time.perf_counter() - begun) * 1000
        totals.add(answers[0]["hits"]["total"]["value"])
    if len(totals) > 1:
        raise RuntimeError(f"{query} is answered otherwise: {totals}")
    return spent


def p50_p95(spent: list[float]) -> str:
    """Return the median and the 95th percentile."""
    ordered = sorted(spent)
    return f"{ordered[len(ordered) // 2]:.1f} / {ordered[int(len(ordered) * 0.95)]:.1f}"


def main() -> None:
    """Measure one size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=40_000)
    parser.add_argument("--turns", type=int, default=105)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder))
        measure(options.size, options.turns)


if __name__ == "__main__":
    main()
