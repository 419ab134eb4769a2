"""Pages whose plugin is disabled: nobody can change, copy, move or delete them by half.

Without its model, only the common part of a page can be read. Saving or copying that part alone
would lose the rest, and deleting it would leave the rest behind, which the database refuses.
Wagtail's own screens of such a page raise.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page

from hub.content.models.page import present_types

SCREENS_OF_A_PAGE = "wagtailadmin_pages"
BULK = "wagtail_bulk_action"
LONGEST_KEY = 18  # in digits: what a database holds
KEYS = ("page_id", "page_to_move_id")
IS_KEPT = (
    "Cette page a été faite avec un module qui n’est plus activé. Elle est conservée telle quelle "
    "et n’est montrée nulle part. Elle pourra de nouveau être modifiée, déplacée, copiée ou "
    "supprimée quand ce module sera réactivé."
)
HOLDS_KEPT = (
    "Cette page en contient une qui a été faite avec un module qui n’est plus activé : elle ne "
    "peut pas être supprimée avant que ce module soit réactivé."
)


class AbsentTypeMiddleware:
    """Leads from any screen of such a page to the list in which it stands, and says why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Answer in the place of the screen; those who may not enter the admin are sent away."""
        pages = _acted_upon(request, kwargs)
        if pages is None or not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        page = _absent(pages).first()
        return _refuse(request, page, IS_KEPT) if page else None


@hooks.register("before_delete_page", order=-10)  # before the page goes to the bin
def keep_below(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to delete a page that such a page is under."""
    is_above = _absent(page.get_descendants()).exists()
    return _refuse(request, page, HOLDS_KEPT) if is_above else None


@hooks.register("before_bulk_action", order=-10)
def keep_all_below(
    request: HttpRequest, action: str, objects: Iterable[Any], view: Any
) -> HttpResponse | None:
    """Refuse to delete several pages at once where such a page is under one of them."""
    pages = [one for one in objects if isinstance(one, Page)] if action == "delete" else []
    return next(filter(None, (keep_below(request, page) for page in pages)), None)


def _acted_upon(request: HttpRequest, kwargs: dict[str, Any]) -> Any:
    """Return the pages of a screen of Wagtail that acts upon pages, None for any other one."""
    match = request.resolver_match
    if match is None:
        return None
    key = next((kwargs[name] for name in KEYS if name in kwargs), None)
    if match.namespace == SCREENS_OF_A_PAGE and key is not None:
        return Page.objects.filter(pk=key)
    if match.url_name != BULK or kwargs.get("model_name") != "page":
        return None
    chosen = request.GET.getlist("id")
    if "all" not in chosen:
        return Page.objects.filter(pk__in=_keys(chosen))
    above = Page.objects.filter(pk__in=_keys(request.GET.getlist("childOf"))).first()
    return above.get_children() if above else Page.objects.all()


def _keys(given: Iterable[str]) -> list[int]:
    return [int(one) for one in given if one.isdecimal() and len(one) <= LONGEST_KEY]


def _absent(pages: Any) -> Any:
    return pages.exclude(content_type__in=present_types()).order_by("path")


def _refuse(request: HttpRequest, page: Page, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect("wagtailadmin_explore", page.get_parent().pk)
