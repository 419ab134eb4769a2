"""Offer the new page in the menu of the page that it is begun from."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page

from initiatives.models import EventPage, InitiativePage
from initiatives.prefill.views import TellStoryView, WriteReportView


class TellStoryItem(PageMenuItem):
    """Leads from a fiche to its story."""

    label = TellStoryView.page_title
    icon_name = TellStoryView.header_icon
    url_name = "tell_story"

    def is_shown(self, user: Any) -> bool:
        """Whether the user may edit the fiche."""
        return bool(self.page.permissions_for_user(user).can_edit())


class WriteReportItem(PageMenuItem):
    """Leads from an event to its report."""

    label = WriteReportView.page_title
    icon_name = WriteReportView.header_icon
    url_name = "write_report"

    def is_shown(self, user: Any) -> bool:
        """Whether the user may add a page under the event."""
        return bool(self.page.permissions_for_user(user).can_add_subpage())


@hooks.register("register_page_header_buttons")
def begin_from_header(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[PageMenuItem]:
    """Offer it in the editor of a fiche and of an event."""
    if page.specific_class is InitiativePage:
        yield TellStoryItem(page=page, priority=5)
    elif page.specific_class is EventPage:
        yield WriteReportItem(page=page, priority=5)


@hooks.register("register_admin_urls")
def prefill_urls() -> list[URLPattern]:
    """Mount the pages; Wagtail lets editors in and nobody else."""
    return [
        path("raconter/<int:page_id>/", TellStoryView.as_view(), name="tell_story"),
        path("compte-rendu/<int:page_id>/", WriteReportView.as_view(), name="write_report"),
    ]
