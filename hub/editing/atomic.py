"""What a form of the admin writes is one transaction: all of it or nothing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import View
from wagtail.models import Page

from hub.content.freshness.turn import take_turn

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class AtomicPost(View):
    """A view of a page whose reading is free and whose writing is one transaction.

    The row of the page is held meanwhile: of two editors who save at once, the second one is told
    of the first. Only writing begins a transaction, since SQLite has one writer at a time
    (`ATOMIC_REQUESTS` would make all readers of the admin wait for one another).
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer; a page that turns out not to be publishable leaves everything as it was."""
        if request.method in READING:
            return super().dispatch(request, *args, **kwargs)
        key = kwargs.get("page_id") or kwargs.get("page_to_move_id")
        try:
            with transaction.atomic():
                hold(key)
                return super().dispatch(request, *args, **kwargs)
        except ValidationError as refusal:
            if key is None:
                raise
            messages.error(request, f"Rien n’a changé. {' '.join(refusal.messages)}")
            return redirect("wagtailadmin_pages:edit", key)


def hold(page_key: int | None) -> None:
    """Make other writers of this page wait until the transaction ends."""
    take_turn()
    list(Page.objects.select_for_update().order_by().filter(pk=page_key).values_list("pk"))


def atomic(view: type[View]) -> type[View]:
    """Return the same view of Wagtail, whose writing is one transaction."""
    return type(f"Atomic{view.__name__}", (AtomicPost, view), {"__doc__": view.__doc__})
