"""A real node fails in each way that it may: visitors are answered, nothing published is lost."""

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from django.core.management import CommandError, call_command

from hub.settings.search import DEFAULT_SECONDS, SearchServer
from search.engines.elastic import ElasticEngine
from search.engines.elastic.connecting import connect
from search.models import DocumentState
from tests.factories import InitiativePageFactory
from tests.search.engines.elastic.engines import server_at
from tests.services.elasticsearch import Elasticsearch
from tests.services.server import running

pytestmark = [pytest.mark.django_db, pytest.mark.server]
WITHIN = 1.0
RECOVERED_WITHIN = 40.0  # the longest pause of the breaker, and the start of a query
BLOCK = "index.blocks.read_only_allow_delete"


@dataclass(frozen=True)
class Place:
    """A node and the site's engine on it."""

    node: Elasticsearch
    server: SearchServer

    def block(self, value: bool | None) -> None:
        """As a full disk does. Elasticsearch looks at its disk now and then, and lifts it."""
        with connect(self.server) as client:
            client.cluster.put_settings(persistent={"cluster.info.update.interval": "1h"})
            client.indices.put_settings(index=f"{self.server.prefix}-*", settings={BLOCK: value})

    def lose_index(self) -> None:
        with connect(self.server) as client:
            for name in client.indices.get(index=f"{self.server.prefix}-*"):
                client.indices.delete(index=name)

    def lose_alias(self) -> None:
        """As another version of the site leaves it: an index, under the alias of its schema."""
        with connect(self.server) as client:
            [name] = client.indices.get(index=f"{self.server.prefix}-*")
            [alias] = client.indices.get_alias(index=name)[name]["aliases"]
            other = f"{self.server.prefix}-{'0' * 16}"
            client.indices.update_aliases(
                actions=[
                    {"remove": {"index": name, "alias": alias}},
                    {"add": {"index": name, "alias": other}},
                ]
            )

    def start_again(self) -> None:
        self.node.start()
        self.node.wait()


@dataclass(frozen=True)
class Outage:
    """What happens, how it ends, what `check_index` says meanwhile, what visitors see."""

    begin: Callable[[Place], None]
    end: Callable[[Place], None]
    said: str
    is_degraded: bool = True
    is_made_anew: bool = False  # by what each minute does


def rebuild_if_needed(place: Place) -> None:
    """As each start of the site does."""
    call_command("rebuild_index", if_needed=True, verbosity=0)


OUTAGES = {
    "frozen": Outage(
        lambda place: place.node.freeze(), lambda place: place.node.thaw(), "pas répondu à temps"
    ),
    "read-only": Outage(
        lambda place: place.block(True), lambda place: place.block(None), "lecture seule",
        is_degraded=False,
    ),
    "of another version": Outage(Place.lose_alias, rebuild_if_needed, "par une autre version"),
    "without index": Outage(
        Place.lose_index, lambda place: None, "il n’existe pas encore", is_made_anew=True
    ),
    "killed": Outage(lambda place: place.node.kill(), Place.start_again, "injoignable"),
    "stopped": Outage(lambda place: place.node.stop(), Place.start_again, "injoignable"),
}  # fmt: skip


@pytest.fixture(scope="module")
def node(search_server: str) -> Iterator[Elasticsearch]:
    node = Elasticsearch()
    with running(node):
        yield node


@pytest.fixture
def place(node: Elasticsearch, creche, search_on) -> Place:
    server = server_at(node.url)
    on = search_on(server)
    call_command("rebuild_index", verbosity=0)
    on.msearch([])
    return Place(node, server)


@pytest.fixture
def engine(place: Place, search_on) -> Iterator[ElasticEngine]:
    """The engine of a process of the site, with the limit of visitors."""
    yield search_on(replace(place.server, seconds=DEFAULT_SECONDS))
    place.node.thaw()


@pytest.mark.parametrize("outage", OUTAGES.values(), ids=OUTAGES)
def test_visitors_are_answered_and_nothing_is_lost(place, engine, visit, outage):
    assert not visit().is_degraded
    outage.begin(place)

    seen = visit()
    assert (seen.status, seen.is_degraded) == (200, outage.is_degraded)
    assert "La crèche de l’aube" in seen.text.replace("<mark>", "").replace("</mark>", "")
    assert seen.seconds < WITHIN
    InitiativePageFactory(title="La crèche du soir")
    assert outage.said in _check()
    _drain()
    assert DocumentState.objects.pending().exists() is not outage.is_made_anew

    outage.end(place)
    begun = time.monotonic()
    while _drain() or DocumentState.objects.pending().exists() or visit().is_degraded:
        assert time.monotonic() - begun < RECOVERED_WITHIN
        time.sleep(0.2)
    print(f"\n{seen.seconds:.2f} s a page, {time.monotonic() - begun:.1f} s to recover")  # noqa: T201
    found = visit("/initiatives/?q=crèche du soir")
    assert not found.is_degraded
    assert "la-creche-du-soir" in found.text
    assert _check().endswith("L’index dit ce que disent les pages.\n")


def _drain() -> str:
    """Do what each minute does; return what it complained of."""
    try:
        call_command("drain_index", verbosity=0)
    except CommandError as refused:
        return str(refused)
    return ""


def _check() -> str:
    """Return all that check_index says."""
    said = io.StringIO()
    try:
        call_command("check_index", stdout=said)
    except CommandError as refused:
        said.write(str(refused))
    return said.getvalue()
