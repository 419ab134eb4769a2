"""The results of a page as cards: read by type, highlighted, in the order of the engine."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.safestring import SafeString, mark_safe

from search.highlighting import excerpt, highlight
from search.models import DocumentState
from search.registry import registry
from search.results import SearchResults

EXCERPT = 180
MOST_NAMES = 2
_MARKED = re.compile(r"<mark>(.*?)</mark>")
_SENTENCE = re.compile(r"[.!?…]\s*$")


@dataclass(frozen=True)
class ResultCard:
    """A page, the template of its card, its title and the passage that answers, marked.

    `title` and `excerpt` are empty where no word was looked for.
    """

    template: str
    kind: str
    page: Any
    title: SafeString
    excerpt: SafeString


def result_cards(results: SearchResults) -> list[ResultCard]:
    """Return the cards of a page of results, one query for each type and one for the texts.

    What the visitor may see is decided here again: an index may be late.
    """
    pages = _pages(results)
    stems, phrases = results.stems, [" ".join(row) for row in results.phrases]
    has_words = bool(stems or phrases)
    texts = texts_of(pages) if has_words else {}
    return [
        ResultCard(
            template=registry.documents[hit.kind].card,
            kind=registry.documents[hit.kind].singular,
            page=page,
            title=highlight(page.title, stems, phrases) if has_words else SafeString(""),
            excerpt=_passage(texts.get(hit.uid, ""), stems, phrases),
        )
        for hit in results.hits
        if (page := pages.get(hit.uid)) is not None
    ]


def texts_of(uids: Any) -> dict[str, str]:
    """Return the plain texts that excerpts are cut from, by identity."""
    states = DocumentState.objects.filter(uid__in=list(uids)).order_by("uid")
    return {str(uid): text for uid, text in states.values_list("uid", "text")}


def _passage(text: str, stems: Collection[str], phrases: Collection[str]) -> SafeString:
    """Return the best passage of what was written as sentences.

    Names (terms, places, organisations) come before it where they say more of what was sought.
    """
    lines = text.split("\n")
    sentences = [line for line in lines if _SENTENCE.search(line)]
    found = excerpt("\n".join(sentences), stems, EXCERPT, phrases)
    names = [highlight(line, stems, phrases) for line in lines if line not in sentences]
    telling = sorted(filter(_marks, names), key=lambda name: -len(_marks(name)))[:MOST_NAMES]
    if not telling or len(_marks(found)) >= len(_marks(telling[0])):
        return found
    return mark_safe(" · ".join(filter(None, [*telling, found])))  # noqa: S308 (each is marked)


def _marks(marked: SafeString) -> set[str]:
    """Return the different words that are marked."""
    return {word.lower() for word in _MARKED.findall(marked)}


def _pages(results: SearchResults) -> dict[str, Any]:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for hit in results.hits:
        if hit.kind in registry.documents:
            by_kind[hit.kind].append(hit.uid)
    found: dict[str, Any] = {}
    for kind, uids in by_kind.items():
        spec = registry.documents[kind]
        model: Any = apps.get_model(spec.model)
        pages = spec.cards(model.objects.visible().filter(uid__in=uids).order_by("pk"))
        found |= {str(page.uid): page for page in pages}
    return found
