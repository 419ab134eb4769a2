"""What is in the bin is nobody's to explore, choose or edit: not even a superuser's."""

from typing import Any

from wagtail.models import AbstractPage, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from hub.editing.trash.node import SLUG, is_binned, outside


class KeptPagesPolicy(PagePermissionPolicy):
    """Wagtail's rights on pages, less the bin: explorer, search, reports, lists and dashboard."""

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        """Return the pages on which the user may do one of these."""
        return outside(super().instances_user_has_any_permission_for(user, actions))

    def explorable_instances(self, user: Any) -> Any:
        """Return the pages that the user may see in the admin."""
        return outside(super().explorable_instances(user))

    def instances_with_direct_explore_permission(self, user: Any) -> Any:
        """Return the tops of what the user may explore; for a superuser, the root of the sites."""
        found = super().instances_with_direct_explore_permission(user)
        return found.exclude(slug=SLUG) if user.is_superuser else found

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        """Tell whether the user may do one of these with a page."""
        allowed: bool = super().user_has_any_permission_for_instance(user, actions, instance)
        return allowed and not is_binned(instance)


def register() -> None:
    """Put this policy in the place of Wagtail's own."""
    register_permission_policy(AbstractPage, KeptPagesPolicy(Page))
