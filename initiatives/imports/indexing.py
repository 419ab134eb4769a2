"""Keep the indexes right, Wagtail’s and ours, with one update per fiche.

Publishing a page saves it three times and each of its parts once; left alone, all would be
updated at every one of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.index import insert_or_update_object
from modelsearch.signal_handlers import post_save_signal_handler
from taggit.models import Tag
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from initiatives.models import InitiativePage, Organisation
from search.indexing.draining import drained_once
from search.indexing.marking import mark_dependants, mark_page
from search.indexing.signals import marked_by_hand


@contextmanager
def indexes_by_hand() -> Iterator[None]:
    """Leave fiches out of the indexes while it lasts: whoever stores one calls `index_page`.

    The search index is left alone in the whole process: this is for commands and workers.
    """
    was_connected = post_save.disconnect(post_save_signal_handler, sender=InitiativePage)
    try:
        by_hand = marked_by_hand(InitiativePage, Organisation, Tag)
        with disable_reference_index_auto_update(), by_hand, drained_once():
            yield
    finally:
        if was_connected:
            post_save.connect(post_save_signal_handler, sender=InitiativePage)


def index_page(page: InitiativePage, *, is_new: bool = False) -> None:
    """Index a page as it is stored, in the transaction that stores it.

    Nothing speaks of a new page yet.
    """
    mark_page(page)
    if not is_new:
        mark_dependants(page)
    ReferenceIndex.create_or_update_for_object(page)
    insert_or_update_object(page)
