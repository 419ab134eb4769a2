"""Words of the index: those that begin so, and those that are spelt nearly so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from search.analysis import GAP, STOP_WORDS
from search.documents import WORDS
from search.engines.edit_distance import edit_distance
from search.engines.elastic.faults import read

SHORTEST = 3
MOST_EDITS = 2
# Words are read in so many documents that hold one of this beginning; those of more are counted.
SAMPLE = 200
CANDIDATES = 50
_UNSAID = {GAP, *STOP_WORDS}


def words_body(query: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Return what to ask for the documents of a query that hold a word that begins so.

    Their words come with them, of no more documents than a sample.
    """
    holding = {"bool": {"filter": [query, {"prefix": {WORDS: {"value": prefix}}}]}}
    return {
        "query": holding if prefix else {"bool": {"filter": [query]}},
        "size": SAMPLE,
        "sort": ["_doc"],
        "track_total_hits": True,
        "stored_fields": [WORDS],
    }


def words_of(
    found: Mapping[str, Any], prefix: str, limit: int
) -> tuple[list[tuple[str, int]], bool]:
    """Return words with their counts, the most frequent first, and whether these are exact."""
    # Each word follows a space: what begins by a plain text is found six times as quickly.
    begun = re.compile(rf" {re.escape(prefix)}\S*")
    counts: Counter[str] = Counter()
    with read():
        for hit in found["hits"]["hits"]:
            counts.update({*begun.findall(" " + hit["fields"][WORDS][0])})
        is_exact = found["hits"]["total"]["value"] <= SAMPLE
    said = ((word[1:], count) for word, count in counts.items() if word[1:] not in _UNSAID)
    return sorted(said, key=lambda one: (-one[1], one[0]))[:limit], is_exact


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
