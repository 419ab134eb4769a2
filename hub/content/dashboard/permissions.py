"""Which pages a user may edit, as one query."""

from typing import Any

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy


def editable_pages(user: Any, model: type[Page] = Page) -> Any:
    """Return the pages of a type that this user may edit, by the rules of Wagtail's groups."""
    policy = PagePermissionPolicy(model)
    return policy.instances_user_has_any_permission_for(user, {"change"})
