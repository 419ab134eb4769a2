"""Why a page is left out of a bulk action, in words; an empty text where nothing stands against."""

from typing import Any

from hub.content.publishing import faults_of


def why_not_changed(page: Any, user: Any) -> str:
    """Return why the user may not change a page, or why it must not change now."""
    if not page.permissions_for_user(user).can_edit():
        return "vous n’avez pas le droit de la modifier"
    return _why_closed(page, user)


def why_not_verified(page: Any, user: Any) -> str:
    """Return why the user may not say that a page is verified."""
    if not page.permissions_for_user(user).can_edit():
        return "vous n’avez pas le droit de la modifier"
    return ""


def why_not_published(page: Any, user: Any) -> str:
    """Return why the user may not publish a page, or what it lacks to be published."""
    if not page.permissions_for_user(user).can_publish():
        return "vous n’avez pas le droit de la publier"
    if page.live and not page.has_unpublished_changes:
        return "elle est déjà publiée, sans modification en attente"
    closed = _why_closed(page, user)
    if closed:
        return closed
    return " ".join(faults_of(page.get_latest_revision_as_object()))


def _why_closed(page: Any, user: Any) -> str:
    if page.alias_of_id:
        return "c’est une copie, tenue à jour depuis une autre page"
    if page.workflow_in_progress:
        return "elle est en cours de relecture"
    if page.approved_schedule:  # Wagtail locks such a page too: this says more
        return "sa publication est programmée"
    if page.permissions_for_user(user).page_locked():
        return "elle est verrouillée"
    return ""
