"""The explorer publishes several pages at once: none that its own form would refuse."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page

from hub.content.models import BasePage
from hub.content.publishing import faults_of
from hub.content.text import NBSP

# More would hide the first ones.
MOST_TOLD = 5


@hooks.register("before_bulk_action")
def refuse_incomplete_pages(
    request: HttpRequest, action: str, objects: Iterable[Any], view: Any
) -> HttpResponse | None:
    """Publish nothing, and say why, where one of the pages lacks what a published one needs.

    None lets Wagtail go on. What cannot be read again as a page of ours is Wagtail's to judge.
    """
    pages = [one for one in objects if isinstance(one, Page)] if action == "publish" else []
    refused = [(page, faults) for page in _drafts(request, pages) if (faults := faults_of(page))]
    for page, faults in refused[:MOST_TOLD]:
        messages.error(request, f"«{NBSP}{page.title}{NBSP}» n’est pas prête. {' '.join(faults)}")
    if not refused:
        return None
    messages.error(request, "Rien n’a été publié : complétez ces pages, ou ne les cochez pas.")
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


def _drafts(request: HttpRequest, pages: list[Page]) -> Iterator[BasePage]:
    for page in pages:
        below = page.get_descendants().not_live().specific()
        asked = [page.specific, *(below if request.POST.get("include_descendants") else [])]
        ours = (one for one in asked if isinstance(one, BasePage))
        yield from (one.get_latest_revision_as_object() for one in ours)
