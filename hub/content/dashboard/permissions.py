"""Which pages a user may edit, as one query."""

from typing import Any

from wagtail.models import Page
from wagtail.permissions import policy_registry


def editable_pages(user: Any, model: type[Page] = Page) -> Any:
    """Return the pages of a type that this user may edit, by the rules of Wagtail's groups."""
    policy = policy_registry.get_by_type(Page).for_model(model)
    return policy.instances_user_has_any_permission_for(user, {"change"})
