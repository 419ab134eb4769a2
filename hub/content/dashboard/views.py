"""The page of a whole list."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from hub.content.dashboard.isolation import isolated
from hub.content.dashboard.panel import WorkList, address_of, link_of, name_of, note_of
from hub.content.dashboard.registry import dashboard


class WorkListView(BaseListingView):
    """Everything in a list that waits for the user; opened to whoever may enter the admin."""

    paginate_by = 50
    header_icon = "list-ul"
    work_list: WorkList

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the list; raises Http404 for a slug that nobody declared."""
        super().setup(request, *args, **kwargs)
        found = dashboard.work_list(kwargs["slug"])
        if found is None:
            raise Http404
        self.work_list = found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the list; where its plugin raises, say so on the home of the admin."""
        shown = isolated([self.work_list], lambda: self._rendered(request, *args, **kwargs))
        if shown is not None:
            return shown
        messages.error(
            request,
            f"La liste « {self.work_list.title} » n’a pas pu être lue : le module qui l’ajoute "
            "est en panne. Prévenez la personne qui administre le site.",
        )
        return redirect("wagtailadmin_home")

    def _rendered(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().get(request, *args, **kwargs)
        return response.render() if isinstance(response, TemplateResponse) else response

    def get_page_title(self) -> str:
        """The title of the list."""
        return self.work_list.title

    def get_base_queryset(self) -> Any:
        """What this user may act upon."""
        return self.work_list.items(self.request.user)

    def get_index_url(self) -> str:
        """Where the pages of the list are."""
        return address_of(self.work_list)

    @cached_property
    def no_results_message(self) -> str:
        """What is said when nothing waits."""
        return self.work_list.empty

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """The name of each item, which leads to it, and the note where the list has any."""
        shown = self.work_list
        named = TitleColumn(
            "name",
            label="Titre",
            accessor=name_of,
            get_url=lambda item: link_of(shown, item),
            width="60%",
        )
        if shown.note is None:
            return [named]
        return [named, Column("note", label="À savoir", accessor=lambda item: note_of(shown, item))]
