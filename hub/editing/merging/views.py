"""« Fusionner… »: choose into what, read what follows, confirm."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db.models.deletion import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.views import View
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView

from hub.editing.merging.forms import TargetForm
from hub.editing.merging.rules import Merging

CONCURRENT = "Quelque chose s’en sert encore : rien n’a changé. Recommencez."


class MergeView(PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin, View):
    """Merge an object into another one; for who may delete it."""

    template_name = "editing/merge.html"
    page_title = "Fusionner"
    header_icon = "resubmit"
    permission_required = "delete"
    rules = Merging()
    list_url_name = ""
    edit_url_name = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask into what; then say what follows."""
        asked = request.GET if "cible" in request.GET else None
        return self._show(TargetForm(self.rules, self.object, asked))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Merge what was confirmed."""
        form = TargetForm(self.rules, self.object, request.POST)
        if not form.is_valid():
            return self._show(form)
        gone, kept = str(self.object), form.cleaned_data["cible"]
        try:
            self.rules.merge(self.object, kept, request.user)
        except ProtectedError:
            messages.error(request, CONCURRENT)
            return HttpResponseRedirect(request.get_full_path())
        messages.success(request, f"« {gone} » est fusionné avec « {kept} ».")
        return HttpResponseRedirect(reverse(self.edit_url_name, args=[kept.pk]))

    def get_page_title(self) -> str:
        """What is merged."""
        return f"Fusionner « {self.object} »"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The list, the object, and this."""
        edit = reverse(self.edit_url_name, args=[self.object.pk])
        names = str(self.model._meta.verbose_name_plural)
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.list_url_name), "label": names.capitalize()},
            {"url": edit, "label": str(self.object)},
            {"url": "", "label": self.page_title},
        ]

    def _show(self, form: TargetForm) -> HttpResponse:
        kept = form.cleaned_data.get("cible") if form.is_bound and form.is_valid() else None
        context = self.get_context_data(
            form=form,
            gone=self.object,
            kept=kept,
            effects=self.rules.effects(self.object, kept) if kept else [],
            back=reverse(self.edit_url_name, args=[self.object.pk]),
            here=self.request.path,
        )
        return self.render_to_response(context)


class MergeableEditView(EditView):
    """The editor of what may be merged: its menu says so."""

    merge_url_name = ""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Add « Fusionner… » for who may delete."""
        buttons = super().header_more_buttons
        if self.can_delete:
            address = reverse(self.merge_url_name, args=[self.object.pk])
            buttons.append(Button("Fusionner…", url=address, icon_name="resubmit", priority=15))
        return buttons


class MergeableMixin:
    """A viewset of snippets that may be merged, by `merging`, its rules."""

    merging: ClassVar[Merging]
    edit_view_class = MergeableEditView

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the editor where one merges."""
        return super().get_edit_view_kwargs(  # type: ignore[misc]
            merge_url_name=self.get_url_name("merge"),  # type: ignore[attr-defined]
            **kwargs,
        )

    @property
    def merge_view(self) -> Any:
        """The view of a merge."""
        return self.construct_view(  # type: ignore[attr-defined]
            MergeView,
            rules=self.merging,
            list_url_name=self.get_url_name("list"),  # type: ignore[attr-defined]
            edit_url_name=self.get_url_name("edit"),  # type: ignore[attr-defined]
        )

    def get_urlpatterns(self) -> list[Any]:
        """Add the address of a merge."""
        return [
            *super().get_urlpatterns(),  # type: ignore[misc]
            path("fusionner/<int:pk>/", self.merge_view, name="merge"),
        ]
