"""Writes by bulk requests, each document in its version: a late write loses."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.documents import Document
from search.engines.elastic.faults import fault_of_answer, read
from search.engines.elastic.layout import source_of
from search.schema import Schema

logger = logging.getLogger("hub.search")

CHUNK = 250
CHUNK_BYTES = 10_000_000
# A server writes one request on one core: a build has some more written while it makes documents.
AT_ONCE = 2
# A build asks a server that has too much to do again, after a second, then two, then four.
PATIENT = {"max_retries": 5, "initial_backoff": 1}
# The same version again: it is written anew, for it may be described otherwise.
VERSIONED = "external_gte"
REFUSED, GONE, LATE = 400, 404, 409


def put(index: str, documents: Iterable[Document], schema: Schema) -> Iterator[dict[str, Any]]:
    """Yield the actions that put documents."""
    for one in documents:
        yield {
            "_op_type": "index",
            "_index": index,
            "_id": one.uid,
            "version": one.version,
            "version_type": VERSIONED,
            "_source": source_of(one, schema),
        }


def remove(
    index: str, uids: Sequence[str], versions: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    """Yield the actions that take documents out; a known version keeps a former one out."""
    for uid in uids:
        known = {"version": versions[uid], "version_type": VERSIONED} if uid in versions else {}
        yield {"_op_type": "delete", "_index": index, "_id": uid, **known}


def write(
    client: Elasticsearch, actions: Iterable[dict[str, Any]], **options: Any
) -> Iterator[None]:
    """Write, and yield for each action in its order.

    A newer version that is there already stays, and a document that the servers cannot read is
    left out and named in the log. Raises EngineDownError for any other refusal.
    """
    answers = streaming_bulk(
        client,
        actions,
        chunk_size=CHUNK,
        max_chunk_bytes=CHUNK_BYTES,
        raise_on_error=False,
        **options,
    )
    for is_done, answer in answers:
        if not is_done:
            _refused(answer)
        yield


def write_at_once(client: Elasticsearch, actions: Iterable[dict[str, Any]]) -> Iterator[None]:
    """Write as `write` does, some requests at once, with patience: for an index being built."""
    waiting: deque[Future[list[None]]] = deque()
    left = iter(actions)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while chunk := list(islice(left, CHUNK)):
            waiting.append(pool.submit(lambda some: list(write(client, some, **PATIENT)), chunk))
            if len(waiting) > AT_ONCE:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _refused(answer: Mapping[str, Any]) -> None:
    with read():
        operation, item = next(iter(answer.items()))
        status, cause, uid = int(item["status"]), item.get("error"), item["_id"]
    if status == LATE or (operation == "delete" and status == GONE and not cause):
        return
    if status == REFUSED:
        logger.error("The document %s cannot be indexed: %s", uid, cause)
        return
    raise fault_of_answer(status, cause)
