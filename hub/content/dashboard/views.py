"""The page of a whole list."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from hub.content.dashboard.panel import WorkList, name_of, no_note
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

    def get_page_title(self) -> str:
        """The title of the list."""
        return self.work_list.title

    def get_base_queryset(self) -> Any:
        """What this user may act upon."""
        return self.work_list.items(self.request.user)

    def get_index_url(self) -> str:
        """Where the pages of the list are."""
        return self.work_list.url

    @cached_property
    def no_results_message(self) -> str:
        """What is said when nothing waits."""
        return self.work_list.empty

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """The name of each item, which leads to it, and the note where the list has any."""
        named = TitleColumn(
            "name", label="Titre", accessor=name_of, get_url=self.work_list.link, width="60%"
        )
        if self.work_list.note is no_note:
            return [named]
        return [named, Column("note", label="À savoir", accessor=self.work_list.note)]
