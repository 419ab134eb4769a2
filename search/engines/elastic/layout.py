"""The fields of an index, and a document as Elasticsearch takes it.

Tokens come from our analysis: the servers only split them at spaces, with the `whitespace`
analyzer, which is in every Elasticsearch.
"""

from __future__ import annotations

from typing import Any

from hub.settings.search import SearchServer
from search.analysis import GAP
from search.documents import (
    BODY_ALT,
    BY_DATE,
    BY_NAME,
    POINT,
    TEXT_FIELDS,
    TITLE_ALT,
    WORDS,
    Document,
)
from search.schema import Schema

UID, KIND = "uid", "kind"
# A page that was taken out is remembered so long: a late write of a former state is refused.
REMEMBERED = "1h"
# Each write is shown at once; this is for one whose answer was lost.
REFRESHED = "30s"


def mappings_of(schema: Schema) -> dict[str, Any]:
    """Return the fields. What is shown comes from the database; of a text, its words are kept.

    They are read where one is to be completed: a column of them takes a server half again as long
    to build, and is read anew after each publication.
    """
    fields: dict[str, Any] = {
        name: {"type": "text", "analyzer": "whitespace"} for name in TEXT_FIELDS
    }
    for name in (TITLE_ALT, BODY_ALT):
        fields[name]["index_options"] = "freqs"
    fields[WORDS]["store"] = True
    for name in (UID, *schema.values):
        fields[name] = {"type": "keyword"}
    for name in (KIND, BY_NAME, BY_DATE):
        fields[name] = {"type": "keyword", "index": False}
    for name in schema.numbers:
        fields[name] = {"type": "long"}
    fields[POINT] = {"type": "geo_point"}
    return {"dynamic": "strict", "_source": {"enabled": False}, "properties": fields}


def settings_of(server: SearchServer) -> dict[str, Any]:
    """Return the settings of an index that is being built: nothing is shown of it."""
    return {
        "number_of_shards": server.shards,
        "number_of_replicas": server.replicas,
        "refresh_interval": "-1",
        "translog.durability": "async",
        "gc_deletes": REMEMBERED,
    }


def source_of(document: Document, schema: Schema) -> dict[str, Any]:
    """Return a document with the fields of the schema."""
    source: dict[str, Any] = {
        UID: document.uid,
        KIND: document.kind,
        BY_NAME: document.by_name,
        BY_DATE: document.by_date,
        # BM25 reckons rarity among the documents that have a field: all have each, as in tantivy.
        **{name: document.texts[name] or GAP for name in TEXT_FIELDS},
        **{name: list(document.values[name]) for name in schema.values if name in document.values},
        **{name: document.numbers[name] for name in schema.numbers if name in document.numbers},
    }
    if document.point is not None:
        latitude, longitude = document.point
        source[POINT] = {"lat": latitude, "lon": longitude}
    return source
