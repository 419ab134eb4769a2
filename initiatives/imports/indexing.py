"""Keep the indexes of Wagtail right with one update per fiche.

Publishing a page saves it three times and each of its parts once; left alone, Wagtail would update
its search index and its reference index at every one of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.index import insert_or_update_object
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from initiatives.models import InitiativePage


@contextmanager
def indexes_by_hand() -> Iterator[None]:
    """Leave fiches out of both indexes while it lasts: whoever stores one calls `index_page`.

    The search index is left alone in the whole process: this is for commands and workers.
    """
    was_connected = post_save.disconnect(post_save_signal_handler, sender=InitiativePage)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        if was_connected:
            post_save.connect(post_save_signal_handler, sender=InitiativePage)


def index_page(page: InitiativePage) -> None:
    """Index a page as it is stored, in the transaction that stores it."""
    ReferenceIndex.create_or_update_for_object(page)
    insert_or_update_object(page)
