"""The pages that say what will be taken over, and begin the new page on a click."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from hub.content.text import NBSP
from initiatives.models import EventPage, InitiativePage, LaureateIndexPage, PrizeResult
from initiatives.prefill.drafts import begin_report, begin_story, results_to_tell


class PrefillView(WagtailAdminTemplateMixin, TemplateView):
    """A page begun from another: what it takes over, then a draft open in its editor."""

    model: type[Page]
    begun: str
    source: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the page to begin from. Raises Http404, or PermissionDenied."""
        super().setup(request, *args, **kwargs)
        self.source = get_object_or_404(self.model, pk=kwargs["page_id"])
        if not self.source.permissions_for_user(request.user).can_edit() or not self.may_begin():
            raise PermissionDenied

    def may_begin(self) -> bool:
        """Whether the user may add the new page where it goes."""
        raise NotImplementedError

    def get_header_title(self) -> str:
        """The title of the window."""
        return f"{self.page_title}{NBSP}: {self.source.get_admin_display_title()}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here: the page, then this."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.source.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.source.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]

    def open(self, page: Page, is_new: bool) -> HttpResponse:
        """Open the editor of a page, with a word on where it comes from."""
        if is_new:
            messages.success(self.request, self.begun)
        else:
            messages.info(self.request, "Cette page existait déjà : la voici.")
        return redirect("wagtailadmin_pages:edit", page.pk)


class TellStoryView(PrefillView):
    """The story of a laureate, begun from its fiche."""

    model = InitiativePage
    page_title = "Raconter l’histoire"
    header_icon = "pick"
    template_name = "initiatives/admin/tell_story.html"
    begun = "Le brouillon de l’histoire est prêt : les textes de la fiche y sont à réécrire."

    def may_begin(self) -> bool:
        """Whether the user may add stories."""
        self.index = LaureateIndexPage.objects.order_by("path").first()
        if self.index is None:
            raise Http404
        return bool(self.index.permissions_for_user(self.request.user).can_add_subpage())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the results that may be told."""
        results = results_to_tell(self.source)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "fiche": self.source, "results": results}

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Begin the story of the chosen result."""
        results = {str(result.pk): result for result in results_to_tell(self.source)}
        result: PrizeResult | None = results.get(request.POST.get("result", ""))
        if result is None or self.index is None:
            messages.error(request, "Choisissez le résultat au prix que l’histoire raconte.")
            return redirect("tell_story", page_id)
        return self.open(*begin_story(result, self.index, request.user))


class WriteReportView(PrefillView):
    """The report of an event, begun from its announcement."""

    model = EventPage
    page_title = "Écrire le compte rendu"
    header_icon = "doc-full"
    template_name = "initiatives/admin/write_report.html"
    begun = "Le brouillon du compte rendu est prêt."

    def may_begin(self) -> bool:
        """Whether the user may add pages under the event."""
        return bool(self.source.permissions_for_user(self.request.user).can_add_subpage())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the event."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "event": self.source}

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Begin the report."""
        return self.open(*begin_report(self.source, request.user))
