"""The bin, the way back, and the deletion that leads there."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page

from hub.editing.trash.consequences import consequences_of
from hub.editing.trash.forms import PlaceForm
from hub.editing.trash.keeping import KeptError, restore, throw_away
from hub.editing.trash.models import KEPT, TrashedPage
from hub.editing.trash.rules import is_homeless, may_restore, why_not


class ThrowAwayView(DeleteView):
    """Wagtail's deletion of a page: it says what goes with it, and leads to the bin."""

    template_name = "editing/trash/confirm_delete.html"

    def dispatch(
        self, request: HttpRequest, page_id: int, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Answer; who may edit a page that nobody may delete is told why, rather than refused."""
        page = get_object_or_404(Page, pk=page_id)
        allowed = page.permissions_for_user(request.user)
        if allowed.can_edit() and not allowed.can_delete() and (reason := why_not(page)):
            messages.error(request, reason)
            return redirect("wagtailadmin_explore", page.pk)
        answer: HttpResponseBase = super().dispatch(request, page_id, *args, **kwargs)
        return answer

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Throw the page away, unless it must stay."""
        if not type_to_delete_confirmation(request):
            return self.render_to_response(self.get_context_data())
        above = self.page.get_parent()
        try:
            throw_away(self.page, request.user)
        except KeptError as reason:
            messages.error(request, str(reason))
            return redirect("wagtailadmin_explore", above.pk)
        tell_of_the_bin(request, f"« {self.page.get_admin_display_title()} » est supprimée.")
        for hook in hooks.get_hooks("after_delete_page"):
            result = hook(request, self.page)
            if hasattr(result, "status_code"):
                return result
        return redirect(self.next_url or reverse("wagtailadmin_explore", args=[above.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what goes with the page, or why it stays."""
        return {
            **super().get_context_data(**kwargs),
            "refusal": why_not(self.page),
            "consequences": consequences_of(self.page),
            "days": KEPT.days,
        }


def tell_of_the_bin(request: HttpRequest, done: str) -> None:
    """Say what was done, and for how long it can be undone."""
    way_back = messages.button(reverse("trash"), "Ouvrir la corbeille")
    said = f"{done} Elle reste dans la corbeille {KEPT.days} jours."
    messages.success(request, said, buttons=[way_back])


class RestoreColumn(Column):
    """A button that leads to the way back."""

    cell_template_name = "editing/trash/restore_cell.html"


class TrashView(BaseListingView):
    """The deleted pages that the user may bring back."""

    page_title = "Corbeille"
    header_icon = "bin"
    paginate_by = 50
    index_url_name = "trash"
    no_results_message = "La corbeille est vide."

    def get_base_queryset(self) -> Any:
        """What the user could have deleted."""
        thrown = TrashedPage.objects.with_places()
        allowed = [one.pk for one in thrown if may_restore(self.request.user, one)]
        return thrown.filter(pk__in=allowed)

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """What it was, where, and until when it may come back."""
        return [
            Column("title", label="Titre", accessor=str, width="30%"),
            Column("kind", label="Type", accessor="page.page_type_display_name"),
            Column("place", label="Était sous", accessor=place_of),
            Column("thrown_by", label="Supprimée par", accessor=author_of),
            DateColumn("thrown_at", label="Supprimée le", accessor="thrown_at"),
            Column("kept_until", label="Conservée jusqu’au", accessor=last_day_of),
            RestoreColumn("restore", label="Revenir en arrière", accessor=restore_url),
        ]


class RestoreView(WagtailAdminTemplateMixin, FormView):
    """Says what comes back and where, asks for a place where there is none, and does it."""

    page_title = "Restaurer"
    header_icon = "bin"
    template_name = "editing/trash/restore.html"
    thrown: TrashedPage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the page; raises PermissionDenied for who could not have deleted it."""
        self.thrown = get_object_or_404(TrashedPage.objects.with_places(), pk=kwargs["pk"])
        if not may_restore(request.user, self.thrown):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class: Any = None) -> PlaceForm:
        """Return the choice of a place; asked only where the old one is gone."""
        return PlaceForm(self.thrown, **self.get_form_kwargs())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Put the page back."""
        if not is_homeless(self.thrown):
            return self.put_back(None)
        form = self.get_form()
        if form.is_valid():
            return self.put_back(form.cleaned_data["parent"])
        return self.form_invalid(form)

    def put_back(self, parent: Any) -> HttpResponse:
        """Restore the page, and say so."""
        wanted = self.thrown.slug
        try:
            page = restore(self.thrown, self.request.user, parent)
        except KeptError as reason:
            messages.error(self.request, str(reason))
            return redirect(restore_url(self.thrown))
        said = f"« {page.get_admin_display_title()} » est restaurée."
        if page.slug != wanted:
            said += f" Son adresse se termine maintenant par « {page.slug} » : l’autre était prise."
        button = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), "Modifier")
        messages.success(self.request, said, buttons=[button])
        return redirect("wagtailadmin_explore", page.get_parent().pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page and what comes back with it."""
        return {
            **super().get_context_data(**kwargs),
            "thrown": self.thrown,
            "is_homeless": is_homeless(self.thrown),
            "below": self.thrown.page.get_descendant_count(),
            "live": len(self.thrown.live_keys),
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here: the bin, then this."""
        here = {"url": "", "label": str(self.thrown)}
        return [*self.breadcrumbs_items, {"url": reverse("trash"), "label": "Corbeille"}, here]


def restore_url(thrown: TrashedPage) -> str:
    """Return the address at which a page is restored."""
    return reverse("trash_restore", args=[thrown.pk])


def last_day_of(thrown: TrashedPage) -> str:
    """Return the day after which the page is gone: a `DateColumn` speaks of the past only."""
    return date_format(localtime(thrown.kept_until), "j F Y")


def place_of(thrown: TrashedPage) -> str:
    """Return where the page was."""
    parent = thrown.parent
    if parent is None or is_homeless(thrown):
        return "page disparue"
    return str(parent.get_admin_display_title())


def author_of(thrown: TrashedPage) -> str:
    """Return who deleted the page."""
    user = thrown.thrown_by
    return (user.get_full_name() or user.get_username()) if user else ""
