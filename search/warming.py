"""What a process reads once and keeps, read before the first visitor asks."""

from __future__ import annotations

import logging
import threading

from search.engines import get_engine
from search.engines.contract import EngineDownError
from search.meaning.lexicon import is_french

logger = logging.getLogger("hub.search")


def warm_beside() -> threading.Thread:
    """Read what searching keeps in a thread of its own; return it. Requests do not wait."""
    thread = threading.Thread(target=warm, name="search-warming", daemon=True)
    thread.start()
    return thread


def warm() -> None:
    """Open the index and read its words, and those of French; without an index, say so."""
    is_french("mot")
    try:
        get_engine().similar("mot", 1)
    except EngineDownError as down:
        logger.info("Search is not warmed: %s", down)
