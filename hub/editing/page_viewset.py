"""The views by which pages are written, each in one transaction."""

from typing import Any

from wagtail.admin.viewsets.pages import PageViewSet

from hub.editing.atomic import atomic
from hub.editing.together import ToldEditView
from hub.editing.trash.guard import unless_binned
from hub.editing.trash.views import ThrowAwayView


class HubPageViewSet(PageViewSet):
    """The views of all pages; a type that needs its own extends this viewset and these views."""

    add_view_class = atomic(PageViewSet.add_view_class)
    edit_view_class = atomic(ToldEditView)
    copy_view_class = atomic(PageViewSet.copy_view_class)
    move_confirm_view_class = atomic(PageViewSet.move_confirm_view_class)
    set_page_position_view_class = atomic(PageViewSet.set_page_position_view_class)
    unpublish_view_class = atomic(PageViewSet.unpublish_view_class)
    workflow_action_view_class = atomic(PageViewSet.workflow_action_view_class)
    lock_view_class = atomic(PageViewSet.lock_view_class)
    unlock_view_class = atomic(PageViewSet.unlock_view_class)
    set_privacy_view_class = atomic(PageViewSet.set_privacy_view_class)
    revisions_unschedule_view_class = atomic(PageViewSet.revisions_unschedule_view_class)
    revisions_revert_view_class = atomic(PageViewSet.revisions_revert_view_class)
    delete_view_class = ThrowAwayView

    def get_view_by_name(self, name: str) -> Any:
        """Return a view, which opens no page of the bin."""
        return unless_binned(super().get_view_by_name(name))
