"""Words of the index: those that begin so, and those that are spelt nearly so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from search.analysis import GAP
from search.documents import WORDS
from search.engines.edit_distance import edit_distance
from search.engines.elastic.faults import read
from search.engines.elastic.layout import VOCABULARY

SHORTEST = 3
MOST_EDITS = 2
# So many documents that hold a word of this beginning tell which are frequent.
SAMPLE = 5_000
MOST_WORDS = 10_000
CANDIDATES = 50
_PLAIN = re.compile(r"[^a-zA-Z0-9]")


def words_body(query: Mapping[str, Any], prefix: str, limit: int) -> dict[str, Any]:
    """Return what to ask for the words that begin so in the documents of a query.

    The words of a document are read by column: only documents that hold such a word are read, and
    no more than a sample of them.
    """
    begun = _PLAIN.sub(lambda found: "\\" + found[0], prefix)
    counted = {
        "terms": {"field": VOCABULARY, "include": f"{begun}.*", "size": min(limit, MOST_WORDS)}
    }
    holding = {"bool": {"filter": [query, {"prefix": {WORDS: {"value": prefix}}}]}}
    sampled = {"sampler": {"shard_size": SAMPLE}, "aggs": {"words": counted}}
    return {
        "query": holding if prefix else {"bool": {"filter": [query]}},
        "size": 0,
        "track_total_hits": True,
        "aggs": {"sample": sampled},
    }


def words_of(found: Mapping[str, Any]) -> tuple[list[tuple[str, int]], bool]:
    """Return words with their counts, and whether these are exact."""
    with read():
        buckets = found["aggregations"]["sample"]["words"]["buckets"]
        is_exact = found["hits"]["total"]["value"] <= SAMPLE
        return [(one["key"], one["doc_count"]) for one in buckets], is_exact


def counts_body(words: Sequence[str], query: Mapping[str, Any]) -> dict[str, Any]:
    """Return what to ask for the number of documents of a query that hold each word."""
    filters = {word: {"term": {WORDS: word}} for word in words}
    return {
        "query": {"bool": {"filter": [query]}},
        "size": 0,
        "aggs": {"words": {"filters": {"filters": filters}}},
    }


def counts_of(found: Mapping[str, Any]) -> dict[str, int]:
    """Return how many documents hold each word; those of none are left out."""
    with read():
        buckets = found["aggregations"]["words"]["buckets"]
        return {word: one["doc_count"] for word, one in buckets.items() if one["doc_count"]}


def similar_body(word: str) -> dict[str, Any]:
    """Return what to ask for words at two edits at most, even of a word that is frequent."""
    asked = {
        "field": WORDS,
        "suggest_mode": "always",
        "max_edits": MOST_EDITS,
        "prefix_length": 0,
        "min_word_length": 1,
        "max_term_freq": 1_000_000_000,
        "accuracy": 0.0,
        "size": CANDIDATES,
        "shard_size": CANDIDATES,
    }
    return {"size": 0, "suggest": {"text": word, "near": {"term": asked}}}


def candidates_of(found: Mapping[str, Any]) -> list[str]:
    """Return the words that were found; their documents may be gone."""
    with read():
        words = (option["text"] for part in found["suggest"]["near"] for option in part["options"])
        return [one for one in words if len(one) >= SHORTEST and not one.isdigit() and one != GAP]


def nearest_first(word: str, counts: Mapping[str, int], limit: int) -> list[tuple[str, int]]:
    """Return words with their counts: at one edit, then at two, each list by frequency."""
    near = [(edit_distance(word, one, MOST_EDITS), -count, one) for one, count in counts.items()]
    kept = sorted((edits, less, one) for edits, less, one in near if edits)
    return [(one, -less) for _, less, one in kept[:limit]]
