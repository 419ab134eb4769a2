"""The deletion of several pages leads to the bin as well."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.models import Page

from hub.editing.trash.consequences import consequences_of, name
from hub.editing.trash.keeping import throw_away
from hub.editing.trash.models import KEPT
from hub.editing.trash.node import is_binned
from hub.editing.trash.rules import why_not


class ThrowAwayBulkAction(DeleteBulkAction):
    """Wagtail's bulk action, under the same name: all of the pages, or none when one must stay."""

    template_name = "editing/trash/confirm_bulk_delete.html"

    def check_perm(self, page: Page) -> bool:
        """Tell whether the user may delete the page; what is gone already is out of reach."""
        allowed: bool = super().check_perm(page)
        return allowed and not is_binned(page)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what goes with each of the pages, or why one of them must stay."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        pages = [item["item"] for item in context["items"]]
        context["refusals"] = [reason for page in pages if (reason := why_not(page))]
        along = _with_what_is_below(pages)
        if not context["refusals"]:
            for item in context["items"]:
                page = item["item"].specific_deferred
                item |= {"name": name(page), "consequences": consequences_of(page, along)}
        context |= {"days": KEPT.days, "subtitle": _counted(len(pages))}
        return context

    def prepare_action(
        self, objects: Iterable[Page], objects_without_access: Any
    ) -> HttpResponse | None:
        """Refuse when one of the pages must stay, and say which and why."""
        reasons = [reason for page in objects if (reason := why_not(page))]
        for reason in reasons:
            messages.error(self.request, reason)
        return redirect(self.next_url) if reasons else None

    @classmethod
    def execute_action(cls, objects: Iterable[Page], user: Any = None, **_: Any) -> tuple[int, int]:
        """Throw the pages away; one that went with the page above it is not counted twice."""
        thrown = below = 0
        for page in objects:
            if not is_binned(page):
                thrown += 1
                below += page.get_descendant_count()
                throw_away(page, user)
        return thrown, below

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Say how many, and for how long they can come back."""
        count = num_parent_objects + num_child_objects
        are = "est" if count == 1 else "sont"
        return f"{_counted(count)} {are} dans la corbeille, pour {KEPT.days} jours."


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _with_what_is_below(pages: list[Page]) -> set[int]:
    below = [page.get_descendants().values_list("pk", flat=True) for page in pages]
    return {page.pk for page in pages}.union(*below)
