"""The results of a page as cards: read by type, highlighted, in the order of the engine."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.apps import apps
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from hub.content.memory import Memory
from search.engines.contract import Hit
from search.highlighting import excerpt, highlight
from search.models import DocumentState
from search.page.distances import distance_label
from search.registry import registry
from search.results import SearchResults

EXCERPT = 180
MOST_NAMES = 2
_MARKED = re.compile(r"<mark>(.*?)</mark>")
_SENTENCE = re.compile(r"[.!?…]\s*$")


@dataclass(frozen=True)
class ResultCard:
    """A page, the template of its card, its title and the passage that answers, marked.

    `title` and `excerpt` are empty where no word was looked for; `distance` where no circle is.
    """

    template: str
    kind: str
    page: Any
    title: SafeString
    excerpt: SafeString
    distance: str = ""


class Found(NamedTuple):
    """A page that a visitor may see, and what excerpts are cut from.

    `sentences` is its plain text; `names` are its lines that are no sentences: terms, places,
    organisations.
    """

    page: Any
    sentences: str
    names: tuple[str, ...]

    @classmethod
    def of(cls, page: Any, text: str) -> Found:
        """Return it from the page and the text of its document."""
        lines = text.split("\n")
        sentences = "\n".join(filter(_SENTENCE.search, lines))
        return cls(page, sentences, tuple(one for one in lines if not _SENTENCE.search(one)))


# Pages as cards, by type and identity: the same ones answer many questions.
_found: Memory[Found] = Memory(most=400)


def result_cards(results: SearchResults, request: HttpRequest | None = None) -> list[ResultCard]:
    """Return the cards of a page of results.

    What was not met since the content moved is read by one query for each type, and one for the
    texts. What the visitor may see is decided here again: an index may be late.
    """
    stems, phrases = results.stems, [" ".join(row) for row in results.phrases]
    has_words = bool(stems or phrases)
    known = [(hit.kind, hit.uid) for hit in results.hits if hit.kind in registry.documents]
    found = _found.recall_each(request, known, _read)
    return [
        ResultCard(
            template=registry.documents[kind].card,
            kind=registry.documents[kind].singular,
            page=one.page,
            title=highlight(one.page.title, stems, phrases) if has_words else SafeString(""),
            excerpt=_passage(one, stems, phrases) if has_words else SafeString(""),
            distance=distance_label(one.page, results.query.near),
        )
        for kind, uid in known
        if (one := found.get((kind, uid)))
    ]


def pages_of(hits: Iterable[Hit], request: HttpRequest | None = None) -> dict[tuple[str, str], Any]:
    """Return the pages of results that a visitor may see, by type and identity."""
    known = [(hit.kind, hit.uid) for hit in hits if hit.kind in registry.documents]
    found = _found.recall_each(request, known, _read)
    return {key: one.page for key, one in found.items()}


def _read(keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Found]:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for kind, uid in keys:
        by_kind[kind].append(uid)
    pages: dict[tuple[str, str], Any] = {}
    for kind, uids in by_kind.items():
        spec = registry.documents[kind]
        model: Any = apps.get_model(spec.model)
        cards = spec.cards(model.objects.visible().filter(uid__in=uids).order_by("pk"))
        pages |= {(kind, str(page.uid)): page for page in cards}
    texts = _texts_of([uid for _, uid in pages])
    return {key: Found.of(page, texts.get(key[1], "")) for key, page in pages.items()}


def _texts_of(uids: Sequence[str]) -> dict[str, str]:
    states = DocumentState.objects.filter(uid__in=uids).order_by("uid")
    return {str(uid): text for uid, text in states.values_list("uid", "text")}


def _passage(one: Found, stems: Collection[str], phrases: Collection[str]) -> SafeString:
    """Return the best passage of what was written as sentences.

    Names come before it where they say more of what was sought.
    """
    found = excerpt(one.sentences, stems, EXCERPT, phrases)
    names = [highlight(name, stems, phrases) for name in one.names]
    telling = sorted(filter(_marks, names), key=lambda name: -len(_marks(name)))[:MOST_NAMES]
    if not telling or len(_marks(found)) >= len(_marks(telling[0])):
        return found
    return mark_safe(" · ".join(filter(None, [*telling, found])))  # noqa: S308 (each is marked)


def _marks(marked: SafeString) -> set[str]:
    """Return the different words that are marked."""
    return {word.lower() for word in _MARKED.findall(marked)}
