"""A change made to all that exists of a page: what the public sees, and what waits as a draft."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Revision

# Changes a page in memory; tells whether there was anything to change.
Change = Callable[[Any], bool]


@transaction.atomic
def change_versions(page: Any, change: Change, user: Any, *, publish: bool) -> bool:
    """Make `change` to a page, and return whether anything changed.

    A draft stays a draft. A published page is changed and published again, as it is: the
    modifications that wait beside it are changed too, and go on waiting. Without `publish`, which
    says whether the user may, all goes to the draft.

    Raises ValidationError when what is published may not be published again.
    """
    waiting = page.latest_revision if page.has_unpublished_changes or not page.live else None
    is_changed = False
    if page.live and publish:
        is_changed = _change_published(page, change, user)
        if waiting is None:
            return is_changed
        waiting = Revision.objects.get(pk=waiting.pk)  # its page, as it is published now
    draft = waiting.as_object() if waiting else page
    if not change(draft) and not is_changed:
        return False
    draft.save_revision(user=user, clean=False, log_action=True)
    return True


def _change_published(page: Any, change: Change, user: Any) -> bool:
    """Change what the public sees; the revision that it makes comes before that of the draft."""
    if not change(page):
        return False
    faults = page.publication_faults()
    if faults:
        raise ValidationError(faults)
    revision = page.save_revision(user=user, clean=False, log_action=True)
    # The revision holds this very page: reading it back takes half of the time.
    revision.as_object = lambda: page
    revision.publish(user=user, skip_permission_checks=True)
    return True
