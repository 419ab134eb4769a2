"""Put the bin in the admin, and keep what is in it out of everything else."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from hub.editing.trash.bulk import ThrowAwayBulkAction
from hub.editing.trash.keeping import RESTORED, THROWN
from hub.editing.trash.node import outside
from hub.editing.trash.views import RestoreView, TrashView


class TrashMenuItem(MenuItem):
    """The way to the bin, for whoever may do anything with a page."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user may do anything with a page."""
        return bool(user_has_any_page_permission(request.user))


# After Wagtail's own, whose place it takes.
hooks.register("register_bulk_action", ThrowAwayBulkAction, order=100)


@hooks.register("register_admin_urls")
def trash_urls() -> list[URLPattern]:
    """Mount the bin; Wagtail lets editors in and nobody else."""
    return [
        path("corbeille/", TrashView.as_view(), name="trash"),
        path("corbeille/<int:pk>/restaurer/", RestoreView.as_view(), name="trash_restore"),
    ]


@hooks.register("register_admin_menu_item")
def trash_in_menu() -> TrashMenuItem:
    """Put the bin at the end of the menu, before the settings."""
    return TrashMenuItem("Corbeille", reverse("trash"), icon_name="bin", order=9000)


@hooks.register("construct_page_chooser_queryset")
def not_to_be_chosen(pages: Any, request: HttpRequest) -> Any:
    """Keep deleted pages out of the choosers."""
    # Wagtail's search knows no other condition than one on the columns of its index.
    return pages.filter(pk__in=outside(Page.objects.order_by()).values_list("pk", flat=True))


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Word what the history of a page says of its stay in the bin."""
    actions.register_action(THROWN, "Mettre à la corbeille", "Page mise à la corbeille")
    actions.register_action(RESTORED, "Restaurer", "Page restaurée de la corbeille")
