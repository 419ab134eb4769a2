"""From pages to documents, many at a time."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.db import DatabaseError
from django.utils import timezone

from hub.plugins.declarations import Described, DocumentSpec
from search.documents import Document, Identity, make_document
from search.models import DocumentState
from search.registry import registry

logger = logging.getLogger("hub.search")


@dataclass(frozen=True)
class Built:
    """What an engine receives for some states, and the states with what is shown of them."""

    documents: tuple[Document, ...]
    gone: tuple[str, ...]
    states: tuple[DocumentState, ...]


def build(states: Sequence[DocumentState]) -> Built:
    """Return the documents of the pages that visitors may see now; the others have gone.

    A constant number of queries for each type, whatever the number of pages. A page whose
    declaration raises is left out and named in the log.
    """
    waiting = {state.uid: state for state in states}
    documents = []
    for spec in registry.documents.values():
        of_kind = [uid for uid, state in waiting.items() if state.kind == spec.name]
        for page, described in _described(spec, of_kind) if of_kind else ():
            state = waiting.pop(page.uid)
            title = _storable(page.title)
            identity = Identity(str(page.uid), spec.name, state.version, page.expire_at)
            documents.append(make_document(identity, title, described))
            state.title, state.text = title, "\n".join(filter(None, described.texts))
            state.page_key, state.deleted = page.pk, None
    for state in waiting.values():
        _forget(state)
    return Built(tuple(documents), tuple(map(str, waiting)), tuple(states))


def _described(spec: DocumentSpec, uids: Sequence[Any]) -> Iterator[tuple[Any, Described]]:
    """Yield the visible pages among these with what they say of themselves."""
    model = apps.get_model(spec.model)
    try:
        pages = list(spec.read(model._default_manager.visible().filter(uid__in=uids)))
    except DatabaseError:
        raise
    except Exception:
        logger.exception("Pages of type %r cannot be read for search.", spec.name)
        return
    for page in pages:
        try:
            described = spec.describe(page)
        except DatabaseError:
            raise
        except Exception:
            logger.exception("%r of type %r cannot be described for search.", page, spec.name)
            continue
        yield (
            page,
            replace(
                described,
                texts=[_storable(text) for text in described.texts],
                names=[_storable(name) for name in described.names],
            ),
        )


def _forget(state: DocumentState) -> None:
    """Keep nothing to read of a page that visitors may not see."""
    if state.title and state.deleted is None:
        state.deleted = timezone.now()
    state.title = state.text = ""


def _storable(text: Any) -> str:
    """Return a text without what no database holds: NUL, halves of characters."""
    return str(text).replace("\0", " ").encode("utf-8", "ignore").decode()
