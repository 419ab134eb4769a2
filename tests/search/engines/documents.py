"""Documents and queries for the tests of engines."""

from typing import Any

from hub.plugins.declarations import Described
from search.documents import Document, Identity, make_document


def document(uid: str, title: str = "Une fiche", body: str = "", **described: Any) -> Document:
    given = {"numbers": {}, **described}
    version = given.pop("version", 1)
    kind = given.pop("kind", "initiative")
    expires = given.pop("expires", None)
    identity = Identity(uid, kind, version, expires)
    return make_document(identity, title, Described([body], **given))


def body(query: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    return {"query": query or {"match_all": {}}, "sort": [{"by_name": "asc"}], **options}


def found(engine: Any, query: dict[str, Any]) -> set[str]:
    return {hit.uid for hit in engine.scan(query)}
