"""Keeps a list that a plugin brings from taking the dashboard down."""

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.http import Http404

from hub.plugins import WorkList
from hub.plugins.registry import contributed_panels

logger = logging.getLogger(__name__)
Read = TypeVar("Read")


def isolated(lists: Sequence[WorkList], read: Callable[[], Read]) -> Read | None:
    """Return what `read` gives; None, and a line in the log, where the plugin of lists raises.

    Raises what lists of ours raise, and Http404: a page of a list that does not exist.
    """
    try:
        return read()
    except Http404:
        raise
    except Exception:
        slug = lists[0].slug if lists else ""
        owner = contributed_panels().owners.get(slug)
        if owner is None:
            raise
        logger.exception("Plugin “%s”: its list “%s” raises.", owner, slug)
        return None
