"""The indexes of one site on the servers: which one answers, which are left over.

An alias named after the schema leads to the index that answers, so that a process of another
version of the site finds none rather than one that it would misread.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from hub.settings.search import SearchServer
from search.engines.contract import State
from search.engines.elastic.faults import read
from search.engines.elastic.layout import REFRESHED, mappings_of, settings_of
from search.schema import Schema

logger = logging.getLogger("hub.search")

DAMAGED = "damaged"
# An index without alias that is older was left by a build that was cut short.
LONGEST_BUILD = 6 * 3600  # seconds
# How long a swap waits for copies on other machines, and `state` for shards that are being opened.
COPIES_WITHIN, OPENED_WITHIN = "120s", "2s"


@dataclass(frozen=True)
class Kept:
    """An index of ours: its name, its aliases, its fields, when it was made, what blocks it."""

    name: str
    aliases: frozenset[str]
    fields: frozenset[str]
    created: float
    is_read_only: bool
    replicas: int


class Indexes:
    """Names, makes, swaps and removes the indexes of one site."""

    def __init__(self, client: Elasticsearch, server: SearchServer) -> None:
        self._client, self._server = client, server
        prefix = re.escape(server.prefix)
        self._ours = re.compile(rf"{prefix}-[0-9a-f]{{16}}-[0-9a-f]{{12}}")

    def alias(self, schema: Schema) -> str:
        """Return the name by which the index of a schema is asked and written."""
        return f"{self._server.prefix}-{schema.name}"

    def new(self, schema: Schema) -> str:
        """Make an empty index beside the one that answers; return its name."""
        name = f"{self.alias(schema)}-{secrets.token_hex(6)}"
        self._client.indices.create(
            index=name, mappings=mappings_of(schema), settings=settings_of(self._server)
        )
        return name

    def kept(self) -> list[Kept]:
        """Return the indexes of this site, whatever their schema."""
        found = self._client.indices.get(
            index=f"{self._server.prefix}-*", expand_wildcards="all", flat_settings=True
        )
        with read():
            return [
                _kept(name, one) for name, one in found.body.items() if self._ours.fullmatch(name)
            ]

    def state(self, schema: Schema) -> State:
        """Tell whether the index of a schema can answer."""
        kept = self.kept()
        mine = [one for one in kept if self.alias(schema) in one.aliases]
        if not kept:
            # To a user without any right on them, servers list none; by its name, they say why.
            named = self._client.options(ignore_status=404)
            named.indices.get_settings(index=self.alias(schema))
        if not mine:
            return State.OUTDATED if any(self._answers(one) for one in kept) else State.MISSING
        if mine[0].fields != mappings_of(schema)["properties"].keys() or len(mine) > 1:
            return State.DAMAGED
        return State.DAMAGED if self._health(mine[0].name) == "red" else State.READY

    def point_to(self, name: str, schema: Schema) -> None:
        """Make an index the one that answers, and remove the former one, in one step."""
        self._client.indices.put_settings(
            index=name,
            settings={"index.refresh_interval": REFRESHED, "index.translog.durability": "request"},
        )
        # It holds for later writes: those of the build are not on the disk yet.
        self._client.indices.flush(index=name)
        self._client.indices.refresh(index=name)
        if self._server.replicas:
            self._wait_for_copies(name)
        former = [one.name for one in self.kept() if self._answers(one) and one.name != name]
        removed: list[dict[str, Any]] = [{"remove_index": {"index": one}} for one in former]
        added = {"add": {"index": name, "alias": self.alias(schema)}}
        self._client.indices.update_aliases(actions=[added, *removed])

    def is_answering(self, name: str) -> bool:
        """Tell whether an index is the one that answers."""
        return any(one.name == name and self._answers(one) for one in self.kept())

    def set_aside(self, schema: Schema) -> None:
        """Have no index answer, and keep the one that did under the alias `…-damaged`."""
        aside = f"{self._server.prefix}-{DAMAGED}"
        for one in self.kept():
            if self.alias(schema) not in one.aliases:
                continue
            removed = {"remove": {"index": one.name, "alias": self.alias(schema)}}
            added = {"add": {"index": one.name, "alias": aside}}
            self._client.indices.update_aliases(actions=[removed, added])
            logger.error("The index %s is damaged; it was set aside as %s.", one.name, aside)

    def leftovers(self) -> list[str]:
        """Return what builds that were cut short have left; a build that goes on is younger."""
        oldest = time.time() - LONGEST_BUILD
        return sorted(one.name for one in self.kept() if not one.aliases and one.created < oldest)

    def remove(self, name: str) -> None:
        """Remove an index, if it is there."""
        try:
            self._client.indices.delete(index=name)
        except NotFoundError:
            logger.info("The index %s was gone already.", name)

    def remarks(self, schema: Schema) -> list[str]:
        """Return what an operator should know, in French sentences."""
        kept = self.kept()
        mine = next((one for one in kept if self.alias(schema) in one.aliases), None)
        remarks = [
            f"Index laissé par une reconstruction interrompue : {one}." for one in self.leftovers()
        ]
        remarks += [f"Index mis de côté : {one.name}." for one in kept if self._is_aside(one)]
        if mine and mine.is_read_only:
            remarks.append(
                "L’index est en lecture seule, comme le fait Elasticsearch quand son disque est "
                "plein : ce qui change attend."
            )
        if mine and mine.replicas and self._health(mine.name) == "yellow":
            remarks.append("Il manque des copies de l’index : un serveur du groupe est absent.")
        return remarks

    def _answers(self, one: Kept) -> bool:
        return any(alias != f"{self._server.prefix}-{DAMAGED}" for alias in one.aliases)

    def _is_aside(self, one: Kept) -> bool:
        return f"{self._server.prefix}-{DAMAGED}" in one.aliases

    def _health(self, name: str) -> str:
        health = self._client.options(ignore_status=408).cluster.health(
            index=name, wait_for_status="yellow", timeout=OPENED_WITHIN
        )
        with read():
            return str(health["status"])

    def _wait_for_copies(self, name: str) -> None:
        """Wait until as many copies are there as the servers can hold; else an outage loses it."""
        health = self._client.cluster.health(index=name)
        with read():
            copies = min(self._server.replicas, health["number_of_data_nodes"] - 1) + 1
        self._client.options(ignore_status=408).cluster.health(
            index=name,
            wait_for_active_shards=copies * self._server.shards,
            timeout=COPIES_WITHIN,
        )


def _kept(name: str, described: Mapping[str, Any]) -> Kept:
    settings = described["settings"]
    return Kept(
        name=name,
        aliases=frozenset(described["aliases"]),
        fields=frozenset(described["mappings"].get("properties", {})),
        created=int(settings["index.creation_date"]) / 1000,
        is_read_only=settings.get("index.blocks.read_only_allow_delete") == "true",
        replicas=int(settings["index.number_of_replicas"]),
    )
