"""`make test-cluster`: one of three nodes is killed while visitors search and editors publish.

Not among the tests that run by themselves: three nodes take more than a gigabyte, and a minute.
"""

import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from hub.settings.search import DEFAULT_SECONDS, SearchServer
from search.engines.contract import Engine, EngineDownError
from search.engines.elastic import ElasticEngine
from tests.search.engines.conftest import SCHEMA
from tests.search.engines.documents import body, document
from tests.search.engines.elastic.engines import an_engine, server_at
from tests.services.elasticsearch import Elasticsearch, cluster
from tests.services.server import running

PAGES, VISITORS, SECONDS = 300, 3, 12.0
CRECHE = {"term": {"title": "crech"}}


@dataclass
class Seen:
    """What visitors and an editor met."""

    searches: int = 0
    slowest: float = 0.0
    errors: list[str] = field(default_factory=list)
    put: int = 0
    waited: int = 0


@pytest.fixture(scope="module")
def nodes() -> Iterator[list[Elasticsearch]]:
    nodes = list(cluster(3))
    with running(*nodes):
        yield nodes


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_node_that_is_killed_is_noticed_by_nobody(nodes: list[Elasticsearch], number: int):
    server = replace(
        server_at(nodes[0].url, replicas=1, seconds=2 * DEFAULT_SECONDS),
        nodes=tuple(node.url for node in nodes),
    )
    with an_engine(replace(server, seconds=20.0), lambda: SCHEMA) as builder:
        builder.rebuild([document(f"u{one:04}", "Crèche") for one in range(PAGES)]).swap()
        seen = _while_killed(server, nodes[number])
        nodes[number].start()
        nodes[number].wait()
        held = builder.versions()

    print(f"\n{seen}")  # noqa: T201 - seen with -s
    assert seen.errors == []
    assert seen.searches > 50
    assert seen.put > 10
    assert len(held) == PAGES + seen.put


def _while_killed(server: SearchServer, node: Elasticsearch) -> Seen:
    """Kill a node under searching and publishing; return what was met."""
    seen, stop = Seen(), threading.Event()
    engine = ElasticEngine(server, lambda: SCHEMA)
    threads = [threading.Thread(target=_visit, args=[engine, seen, stop]) for _ in range(VISITORS)]
    threads.append(threading.Thread(target=_publish, args=[engine, seen, stop]))
    for one in threads:
        one.start()
    time.sleep(SECONDS / 4)
    node.kill()
    time.sleep(SECONDS)
    stop.set()
    for one in threads:
        one.join(90)
    engine.close()
    return seen


def _visit(engine: Engine, seen: Seen, stop: threading.Event) -> None:
    while not stop.wait(random.random() / 10):
        begun = time.monotonic()
        try:
            total = engine.msearch([body(CRECHE)])[0].total
        except EngineDownError as down:
            seen.errors.append(str(down))
        else:
            if total < PAGES:
                seen.errors.append(f"{total} pages only")
        seen.searches += 1
        seen.slowest = max(seen.slowest, time.monotonic() - begun)


def _publish(engine: Engine, seen: Seen, stop: threading.Event) -> None:
    """Put a page after the other, again where it was not taken, as the outbox does."""
    while not stop.wait(0.05):
        try:
            engine.put([document(f"new{seen.put:04}", "Crèche")])
        except EngineDownError:
            seen.waited += 1
        else:
            seen.put += 1
