"""The views by which pages are written, each in one transaction."""

from typing import Any

from wagtail.admin.viewsets.pages import PageViewSet

from hub.editing.atomic import atomic
from hub.editing.checks.panel import WithContentChecks
from hub.editing.together import ToldEditView
from hub.editing.trash.guard import unless_binned
from hub.editing.trash.views import ThrowAwayView


class AddView(WithContentChecks, PageViewSet.add_view_class):
    """Begin a page."""


class EditView(WithContentChecks, ToldEditView):
    """Edit a page."""


class RevertView(WithContentChecks, PageViewSet.revisions_revert_view_class):
    """Edit a page from one of its earlier versions."""


class HubPageViewSet(PageViewSet):
    """The views of all pages; a type that needs its own extends this viewset and these views."""

    add_view_class = atomic(AddView)
    edit_view_class = atomic(EditView)
    copy_view_class = atomic(PageViewSet.copy_view_class)
    move_confirm_view_class = atomic(PageViewSet.move_confirm_view_class)
    set_page_position_view_class = atomic(PageViewSet.set_page_position_view_class)
    unpublish_view_class = atomic(PageViewSet.unpublish_view_class)
    workflow_action_view_class = atomic(PageViewSet.workflow_action_view_class)
    lock_view_class = atomic(PageViewSet.lock_view_class)
    unlock_view_class = atomic(PageViewSet.unlock_view_class)
    set_privacy_view_class = atomic(PageViewSet.set_privacy_view_class)
    revisions_unschedule_view_class = atomic(PageViewSet.revisions_unschedule_view_class)
    revisions_revert_view_class = atomic(RevertView)
    delete_view_class = ThrowAwayView

    def get_view_by_name(self, name: str) -> Any:
        """Return a view, which opens no page of the bin."""
        return unless_binned(super().get_view_by_name(name))
