"""What may be thrown away, and who may bring back what."""

from typing import Any

from django.apps import apps
from wagtail.models import Page, Site

from hub.content.models import BasePage
from hub.editing.trash.models import TrashedPage


def why_not(page: Page) -> str | None:
    """Return the sentence that says why a page may not be thrown away; None when it may."""
    title = page.get_admin_display_title()
    roots = Site.objects.filter(root_page__path__startswith=page.path)
    if roots.exists():
        return f"« {title} » ne peut pas être supprimée : c’est la page d’accueil du site."
    for model in apps.get_models():
        if issubclass(model, BasePage) and model.holds_a_list:
            held = model._default_manager.descendant_of(page, inclusive=True)
            index = held.filter(numchild__gt=0).first()
            if index is not None:
                return _holds(index)
    return None


def _holds(index: Any) -> str:
    count = index.numchild
    pages = "1 page" if count == 1 else f"{count} pages"
    return (
        f"« {index.get_admin_display_title()} » ne peut pas être supprimée : c’est une liste, qui "
        f"contient {pages}. Déplacez-les ou supprimez-les d’abord."
    )


def may_restore(user: Any, thrown: TrashedPage) -> bool:
    """Tell whether this user could have deleted the page where it was (Wagtail's own rule)."""
    place = Page.get_first_root_node() if is_homeless(thrown) else thrown.parent
    if not user.is_active or place is None:
        return False
    if user.is_superuser:
        return True
    granted = place.permissions_for_user(user).permissions
    if thrown.live_keys and "publish" not in granted:
        return False
    if not thrown.page.is_leaf() and "bulk_delete" not in granted:
        return False
    return "change" in granted or ("add" in granted and thrown.page.owner_id == user.pk)


def is_homeless(thrown: TrashedPage) -> bool:
    """Tell whether the page above it is gone, or in the bin as well."""
    return thrown.parent is None or bool(getattr(thrown, "parent_is_binned", None))
