"""What a page costs inside one process."""

import logging
import os
import statistics
import time
import uuid
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http.response import HttpResponseBase
from django.test import Client
from wagtail.models import Page

from hub.content.freshness.models import ContentVersion
from hub.content.models.page import visible_pages
from initiatives.models import Organisation, Term

KINDS = {
    "home": "homepage",
    "list": "initiativeindexpage",
    "fiche": "initiativepage",
    "story": "laureatestorypage",
    "event": "eventpage",
    "report": "eventreportpage",
    "video": "videopage",
    "publication": "publicationpage",
    "theme": "themepage",
}
# Which of many terms or organisations is longest does not take rendering all of them.
SAMPLE = 40
COLUMNS = (
    "page", "questions first", "again", "CPU ms first", "again", "304", "bytes", "gzip", "br",
)  # fmt: skip


def visitor() -> Client:
    """Return a client that asks for the address of the site."""
    from django.conf import settings

    host, _, port = settings.HUB_URL.partition("//")[2].partition(":")
    return Client(SERVER_NAME=host, SERVER_PORT=port or "80")


def load() -> str:
    """Say how busy the machine is."""
    busy = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{os.cpu_count()} cores, load {busy}"


def addresses() -> dict[str, str]:
    """Return the address of the longest page of each kind."""
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    found = {name: _longest(_pages(model)) for name, model in KINDS.items()}
    beside: dict[str, Any] = {"term": Term, "organisation": Organisation}
    for name, model in beside.items():
        some = model.objects.order_by("pk")[:SAMPLE]
        found[name] = _longest([one.get_absolute_url() for one in some])
    return {name: url for name, url in found.items() if url} | {"404": "/cette-page-manque/"}


def _pages(model: str) -> list[str]:
    pages: list[Page] = list(visible_pages().filter(content_type__model=model))
    return [page.url for page in pages if page.url]


def _longest(urls: list[str]) -> str:
    client = visitor()
    return max(urls, key=lambda url: len(client.get(url).content), default="")


def in_process(pages: dict[str, str], requests: int) -> list[str]:
    """Return the table of what each page costs, as Markdown."""
    rows = [[name, *_costs(url, requests)] for name, url in pages.items()]
    head = f"| {' | '.join(COLUMNS)} |"
    rule = f"|{'|'.join(['---', *['---:'] * (len(COLUMNS) - 1)])}|"
    return [head, rule, *(f"| {' | '.join(map(str, row))} |" for row in rows)]


def _costs(url: str, requests: int) -> list[str]:
    client = visitor()

    def visit(**headers: str) -> HttpResponseBase:
        return client.get(url, headers=headers)

    first = [_timed(visit, before=move) for _ in range(max(5, requests // 10))]
    again = [_timed(visit) for _ in range(requests)]
    etag = visit().headers.get("ETag")
    held = [_timed(lambda: visit(if_none_match=etag)) for _ in range(requests)] if etag else []
    move()
    return [
        str(_questions(visit)),
        str(_questions(visit)),
        _median(first),
        _median(again),
        _median(held) if held else "—",
        *(f"{_bytes(visit, coding):,}" for coding in ("identity", "gzip", "br")),
    ]


def move() -> None:
    """Move the version of the content, as any write does."""
    ContentVersion.objects.update(token=uuid.uuid4().hex)


def _timed(visit: Callable[[], Any], before: Callable[[], None] | None = None) -> float:
    if before:
        before()
    started = time.process_time()
    visit()
    return (time.process_time() - started) * 1000


def _questions(visit: Callable[[], Any]) -> int:
    asked = []

    def listen(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(listen):
        visit()
    return len(asked)


def _bytes(visit: Callable[..., Any], coding: str) -> int:
    return len(visit(accept_encoding=coding).content)


def _median(times: list[float]) -> str:
    return f"{statistics.median(times):.1f}"
