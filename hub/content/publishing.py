"""A page saved and published in one transaction: both or neither."""

from typing import Any, TypeVar

from django.db import transaction
from wagtail.models import Page

PageT = TypeVar("PageT", bound=Page)


@transaction.atomic
def publish_new(parent: Page, page: PageT, user: Any = None) -> PageT:
    """Add `page` under `parent`, with a revision, and publish it; return it as published.

    Raises ValidationError when the page may not be published; nothing is kept then.
    """
    page.live = False
    page.has_unpublished_changes = True
    parent.add_child(instance=page)
    publish(page, user)
    return page


@transaction.atomic
def publish(page: Page, user: Any = None) -> None:
    """Save what `page` holds as a revision and publish it; raises ValidationError if it may not."""
    page.full_clean()
    page.save_revision(user=user, clean=False).publish(user=user)
    page.refresh_from_db()
