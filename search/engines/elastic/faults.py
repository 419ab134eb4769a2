"""What goes wrong between the servers and us, as one error that says it in French.

The commands show these sentences to the operator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elastic_transport import ConnectionTimeout, SerializationError, TlsError, TransportError
from elasticsearch import ApiError, UnsupportedProductError

from search.engines.contract import EngineDownError

STRANGER = "ce qui répond à l’adresse de HUB_SEARCH_URL n’est pas un Elasticsearch"
UNREADABLE = "Elasticsearch a donné une réponse illisible"
PARTIAL = "une partie de l’index ne répond pas : la réponse serait incomplète"
NO_INDEX = "Elasticsearch n’a pas d’index pour cette version du site : lancez rebuild_index"
READ_ONLY = (
    "l’index est en lecture seule, comme Elasticsearch le fait d’un disque plein : libérez de la "
    "place, il se rouvrira de lui-même"
)
STRANGER_TO_IT = (
    "Elasticsearch refuse le nom, le mot de passe ou la clé (HUB_SEARCH_URL, HUB_SEARCH_API_KEY)"
)
NO_RIGHT = "le rôle donné par Elasticsearch n’a pas le droit{} (docs/search.md)"
UNKNOWN_USER, FORBIDDEN, UNKNOWN, BUSY, FAILED = 401, 403, 404, 429, 500
BLOCKED = "cluster_block_exception"
_ACTION = re.compile(r"action \[([^\]]+)\]")


class OutageError(EngineDownError):
    """The servers do not answer, or not as servers that work: it is useless to ask again now."""


@contextmanager
def told() -> Iterator[None]:
    """Turn the errors of the client into ours."""
    try:
        yield
    except ApiError as error:
        raise fault_of(error) from error
    except TransportError as error:
        raise OutageError(_sentence_of(error)) from error


@contextmanager
def read() -> Iterator[None]:
    """Turn an answer of another shape than that of Elasticsearch into our error."""
    try:
        yield
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        raise OutageError(UNREADABLE) from error


def fault_of(error: ApiError) -> EngineDownError:
    """Return our error for a refusal of the servers."""
    if isinstance(error, UnsupportedProductError):
        return OutageError(STRANGER)
    cause = error.body.get("error") if isinstance(error.body, dict) else None
    return fault_of_answer(error.meta.status, cause)


def fault_of_answer(status: int, cause: Any) -> EngineDownError:
    """Return our error for the status and the cause of an answer, whole or one of several."""
    kind, reason = _kind_and_reason(cause)
    if status == BUSY and kind != BLOCKED:
        return OutageError("Elasticsearch a trop à faire (429)")
    if status >= FAILED:
        is_partial = kind == "search_phase_execution_exception"
        return OutageError(
            PARTIAL if is_partial else f"Elasticsearch ne peut pas répondre ({status})"
        )
    return EngineDownError(_refusal(status, kind, reason))


def _refusal(status: int, kind: str, reason: str) -> str:
    """Return the sentence for what servers that work refuse."""
    if kind == BLOCKED and "read-only" in reason:
        return READ_ONLY
    if status == FORBIDDEN:
        action = _ACTION.search(reason)
        return NO_RIGHT.format(f" « {action[1]} »" if action else "")
    if status == UNKNOWN and "index_not_found" in kind:
        return NO_INDEX
    other = f"Elasticsearch a refusé la demande ({status} {kind} {reason})"
    return STRANGER_TO_IT if status == UNKNOWN_USER else other


def _kind_and_reason(cause: Any) -> tuple[str, str]:
    if not isinstance(cause, dict):
        return "", str(cause or "")
    return str(cause.get("type", "")), str(cause.get("reason", ""))


def _sentence_of(error: TransportError) -> str:
    if isinstance(error, ConnectionTimeout):
        return "Elasticsearch n’a pas répondu à temps"
    if isinstance(error, TlsError):
        return f"le certificat d’Elasticsearch n’est pas reconnu (HUB_SEARCH_CA) : {error.message}"
    if isinstance(error, SerializationError):
        return UNREADABLE
    return "Elasticsearch est injoignable"
