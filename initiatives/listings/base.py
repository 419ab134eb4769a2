"""What every list of the menu « Contenus » has in common."""

from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from initiatives.listings.views import ListingView


def stylesheet() -> str:
    """Return the link to what the lists need of CSS, for every page of the admin."""
    return format_html(
        '<link rel="stylesheet" href="{}">', versioned_static("initiatives/listings.css")
    )


class ListingMenuItem(MenuItem):
    """The way to a list, for whom the list opens."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user may do anything with a page."""
        policy = policy_registry.get_by_type(Page)
        allowed: bool = policy.user_has_any_permission(
            request.user, ListingView.any_permission_required
        )
        return allowed


class ListingViewSet(PageListingViewSet):
    """A list; its columns are those of its view."""

    columns: Any = PageListingViewSet.UNDEFINED
    menu_item_class = ListingMenuItem
