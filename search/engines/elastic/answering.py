"""Answers of the servers, checked to be whole, as those of the contract."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.contract import Answer, Hit
from search.engines.elastic.faults import PARTIAL, OutageError, fault_of_answer, read
from search.engines.elastic.layout import KIND

PAGE = 2_000
KEPT_ALIVE = "2m"


def ask(
    client: Elasticsearch, index: str, bodies: Sequence[Mapping[str, Any]], shards: int = 1
) -> list[Mapping[str, Any]]:
    """Send bodies together and return the answers as they came.

    Raises EngineDownError where one of them failed, or lacks a part of the index.
    """
    if not bodies:
        return []
    searches: list[Mapping[str, Any]] = []
    for body in bodies:
        searches += [_header(index, body, shards), body]
    found = client.msearch(searches=searches)
    with read():
        answers = list(found["responses"])
        if len(answers) != len(bodies):
            raise ValueError("an answer is missing")
        for one in answers:
            _check(one)
    return answers


def answer_of(found: Mapping[str, Any]) -> Answer:
    """Return an answer of the contract."""
    with read():
        hits = tuple(_hit(one) for one in found["hits"]["hits"])
        counts = {
            name: {
                str(one["key"]): one["doc_count"] for one in given["buckets"] if one["doc_count"]
            }
            for name, given in found.get("aggregations", {}).items()
        }
        return Answer(int(found["hits"]["total"]["value"]), hits, counts)


def read_all(
    client: Elasticsearch, index: str, query: Mapping[str, Any], sort: Sequence[Any], field: str
) -> Iterator[tuple[Hit, Any]]:
    """Yield every document of a query as it stood when this began, and one of its values."""
    opened = client.open_point_in_time(index=index, keep_alive=KEPT_ALIVE)
    with read():
        point = opened["id"]
    after: Any = None
    try:
        while True:
            found = client.search(
                pit={"id": point, "keep_alive": KEPT_ALIVE},
                query=query,
                sort=sort,
                size=PAGE,
                docvalue_fields=[{"field": KIND}, {"field": field}],
                search_after=after,
                track_total_hits=False,
            )
            with read():
                _check({**found.body, "status": 200})
                hits, point = found["hits"]["hits"], found["pit_id"]
                rows = [(_hit(one), one["fields"][field][0]) for one in hits]
            yield from rows
            if len(hits) < PAGE:
                return
            after = hits[-1]["sort"]
    finally:
        client.options(ignore_status=404).close_point_in_time(id=point)


def _header(index: str, body: Mapping[str, Any], shards: int) -> dict[str, Any]:
    # One query is answered by one copy: each has its own deleted documents, hence its own scores,
    # and the pages of one answer would not follow.
    query = repr(body.get("query")).encode()
    header: dict[str, Any] = {
        "index": index,
        "preference": f"q{zlib.crc32(query):08x}",
        "allow_partial_search_results": False,
    }
    return header | ({"search_type": "dfs_query_then_fetch"} if shards > 1 else {})


def _check(found: Mapping[str, Any]) -> None:
    if "error" in found:
        raise fault_of_answer(int(found["status"]), found["error"])
    if found["timed_out"] or found["_shards"]["failed"]:
        raise OutageError(PARTIAL)


def _hit(found: Mapping[str, Any]) -> Hit:
    return Hit(str(found["_id"]), str(found["fields"][KIND][0]), float(found.get("_score") or 0.0))
