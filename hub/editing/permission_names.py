"""Rights have French names: the form of a group shows them, and screen readers say them.

Django and Wagtail write them in the database, once, in English whatever the language of the site.
"""

from typing import Any

from django.contrib.auth.models import Permission
from django.utils.translation import gettext, override

ACTIONS = {"add": "Ajouter", "change": "Modifier", "delete": "Supprimer", "view": "Voir"}


def name_permissions(using: str, **_: Any) -> None:
    """Rename the rights on every model; receives `post_migrate`, in which Django makes them."""
    permissions = Permission.objects.using(using).select_related("content_type")
    renamed = []
    with override("fr"):  # a migration speaks no language
        for permission in permissions:
            name = _french(permission)
            if name != permission.name:
                permission.name = name
                renamed.append(permission)
    Permission.objects.using(using).bulk_update(renamed, ["name"])


def _french(permission: Permission) -> str:
    action, _, model = permission.codename.partition("_")
    what = permission.content_type
    if action in ACTIONS and model == what.model and permission.name.startswith("Can "):
        # Wagtail shows what comes before the name of the model.
        return f"{ACTIONS[action]} {what.name}"
    return gettext(permission.name)
