"""An action on the pages that were chosen in a list: says which, asks, acts page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from hub.content.freshness.turn import take_turn
from hub.content.text import counted
from initiatives.bulk.selection import (
    MOST_PAGES,
    confirmed_pages,
    is_cut,
    names_of,
    selected_pages,
)
from search.indexing.draining import drained_once

# Beyond, a message is longer than the screen.
MOST_NAMED = 10


class Left(NamedTuple):
    """A page that is left as it is, and why."""

    page: Any
    reason: str


class ListingAction(BulkAction):
    """Wagtail's bulk action, on what a list of the menu « Contenus » shows.

    Each page is checked and changed in a transaction of its own: what cannot be done to one page
    keeps nothing from the others. What is done is what the editor read and confirmed: the pages are
    posted again by name, so that a list that changed meanwhile brings no other page in.
    """

    template_name = "initiatives/admin/bulk_action.html"
    # Icon and words of the screen, with what is said of the pages once it is done.
    icon: ClassVar[str] = "tag"
    question: ClassVar[str] = ""
    button: ClassVar[str] = ""
    done: ClassVar[tuple[str, str]] = ("page modifiée", "pages modifiées")

    def why_not(self, page: Any) -> str:
        """Return why this page is left as it is; an empty text where it is not."""
        raise NotImplementedError

    def act(self, page: Any) -> bool:
        """Act on a page, and return whether that changed anything.

        Raises ValidationError, with sentences for the editor, where it may not be.
        """
        raise NotImplementedError

    def get(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show what would be done; go back with a word where no page was chosen."""
        if not selected_pages(self.request, self.model):
            messages.warning(self.request, "Choisissez au moins une page de la liste.")
            return redirect(self.next_url)
        return super().get(*args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say which pages are concerned, and which are left out and why."""
        posted = self.request.method == "POST"
        choose = confirmed_pages if posted else selected_pages
        concerned, left = self._sort(choose(self.request, self.model))
        return {
            **kwargs,
            "form": kwargs.get("form") or self.get_form(),
            "action": self,
            "header_title": self.display_name,
            "header_icon": self.icon,
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": "Accueil"},
                {"url": self.next_url, "label": self.nouns[1].capitalize()},
                {"url": "", "label": self.display_name},
            ],
            "concerned": concerned,
            "left": left,
            "most": MOST_PAGES if is_cut(self.request, self.model) else None,
            "count": counted(len(concerned), *self.nouns),
            "keys": ",".join(str(page.pk) for page in concerned),
            "next": self.next_url,
            "submit_url": self.request.get_full_path(),
        }

    @property
    def nouns(self) -> tuple[str, str]:
        """The singular and the plural of what is listed."""
        return names_of(self.request, self.model)

    def form_valid(self, form: Any) -> HttpResponse:
        """Act on each page that was confirmed, and say what was done and what was not."""
        self.cleaned_form = form
        count, left = 0, []
        with drained_once():
            for page in confirmed_pages(self.request, self.model):
                try:
                    count += self._act_on(page.pk)
                except ValidationError as refusal:
                    left.append(Left(page, " ".join(refusal.messages)))
        messages.success(self.request, f"{counted(count, *self.done)}.")
        if left:
            messages.warning(self.request, _sentence(left))
        return HttpResponseRedirect(self.next_url)

    @transaction.atomic
    def _act_on(self, key: int) -> bool:
        """Act on one page, as it is now: it may have changed since the list was read."""
        take_turn()
        page = self.model.objects.select_for_update().filter(pk=key).first()
        if page is None:
            raise ValidationError("elle vient d’être supprimée")
        reason = self.why_not(page)
        if reason:
            raise ValidationError(reason)
        return self.act(page)

    def _sort(self, pages: list[Any]) -> tuple[list[Any], list[Left]]:
        reasons = [(page, self.why_not(page)) for page in pages]
        left = [Left(page, reason) for page, reason in reasons if reason]
        return [page for page, reason in reasons if not reason], left


def _sentence(left: list[Left]) -> str:
    named = [f"« {one.page.get_admin_display_title()} » : {one.reason}" for one in left]
    more = len(left) - MOST_NAMED
    shown = [one.rstrip(".") for one in named[:MOST_NAMED]]
    if more > 0:
        shown.append(f"et {counted(more, 'autre', 'autres')}")
    return f"{counted(len(left), 'page laissée', 'pages laissées')} de côté. {' ; '.join(shown)}."


def on(*models: type[Model]) -> Callable[[type[ListingAction]], type[ListingAction]]:
    """Declare the types of pages that an action is for."""

    def declare(action: type[ListingAction]) -> type[ListingAction]:
        action.models = list(models)
        return action

    return declare
