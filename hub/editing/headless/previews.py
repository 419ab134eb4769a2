"""The previews of the admin are shown by the front end, where there is one."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail import hooks
from wagtail.models import Page

from hub.content.front_end import front_end_root
from hub.content.models.page import SHOW_PREVIEW
from hub.editing.headless.models import PreviewedDraft

PARAMETER = "apercu"


@hooks.register(SHOW_PREVIEW)
def lead_to_the_front_end(page: Page, request: HttpRequest) -> HttpResponse | None:
    """Return where the front end shows a draft to its editor; None where our template does.

    That is the case of a link shared with somebody who has no account: it lives for days.
    """
    user: Any = getattr(request, "user", None)
    is_shared = getattr(request, "shared_until", None) is not None
    if not front_end_root() or is_shared or user is None or not user.is_authenticated:
        return None
    token = PreviewedDraft.keep(page, user)
    response = HttpResponseRedirect(f"{front_end_root()}/?{urlencode({PARAMETER: token})}")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
