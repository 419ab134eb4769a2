"""The results that were published last, whatever the order in which an engine gives them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.apps import apps
from django.db.models import F

from search.engines.contract import Hit
from search.registry import registry

_LONG_AGO = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def newest(hits: Iterable[Hit], skipped: int, most: int) -> list[Hit]:
    """Return the results that the public may see, the last published first, after `skipped` ones.

    An engine does not keep when a page was published: the database is asked, type by type, until
    it has given enough.
    """
    by_kind: defaultdict[str, set[str]] = defaultdict(set)
    for hit in hits:
        by_kind[hit.kind].add(hit.uid)
    found = [
        row
        for kind in sorted(by_kind.keys() & registry.documents.keys())
        for row in _published(kind, by_kind[kind], skipped + most)
    ]
    found.sort(reverse=True)
    return [Hit(uid, kind) for _, uid, kind in found[skipped : skipped + most]]


def _published(
    kind: str, wanted: set[str], most: int
) -> Iterator[tuple[datetime.datetime, str, str]]:
    model: Any = apps.get_model(registry.documents[kind].model)
    rows = (
        model.objects.visible()
        .order_by(F("first_published_at").desc(nulls_last=True), "-uid")
        .values_list("first_published_at", "uid")
    )
    found = (
        (published or _LONG_AGO, str(uid), kind)
        for published, uid in rows.iterator(chunk_size=most)
        if str(uid) in wanted
    )
    return islice(found, most)
