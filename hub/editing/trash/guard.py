"""A page in the bin is not opened: whoever has its address is sent to the bin."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from hub.editing.trash.node import is_binned

SAID = "Cette page est dans la corbeille. Restaurez-la pour l’ouvrir."
KEYS = ("page_id", "page_to_move_id", "parent_page_id", "pk")

View = Callable[..., HttpResponseBase]


def unless_binned(view: View) -> View:
    """Return a view of pages that answers for those outside the bin only."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        key = next((kwargs[name] for name in KEYS if name in kwargs), None)
        if key is None or not is_binned(key):
            return view(request, *args, **kwargs)
        if request.accepts("text/html"):
            messages.warning(request, SAID)
            return redirect("trash")
        # What Wagtail's autosave reads: the editor sees the sentence and keeps the text.
        refusal = {"success": False, "error_code": "binned", "error_message": SAID}
        return JsonResponse(refusal, status=400)

    return guarded
