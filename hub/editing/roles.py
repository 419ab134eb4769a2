"""The four roles of the people who write here, and what each may do.

Migrations give the rights, so that a site may change them afterwards and keep its changes.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import product
from typing import Any

from django.contrib.auth.management import create_permissions


class Role(StrEnum):
    """Names of the groups; each is said for whom it is in `docs/redaction.md`."""

    CONTRIBUTION = "Contribution"  # proposes fiches, publishes nothing
    WRITING = "Rédaction"  # writes and publishes
    MODERATION = "Modération"  # also decides on what is proposed
    ADMINISTRATION = "Administration"  # also accounts, settings of the site, redirects


def groups_of(apps: Any, *roles: Role) -> list[Any]:
    """Return the groups of these roles in a migration (`apps` is its state), made where absent."""
    group = apps.get_model("auth", "Group")
    return [group.objects.get_or_create(name=str(role))[0] for role in roles]


def grant(apps: Any, app_label: str, rights: Iterable[str], *roles: Role) -> None:
    """Give these roles rights on models of an application, in a migration.

    `rights` are codenames such as "change_term". Raises LookupError for one that does not exist.
    """
    config = apps.get_app_config(app_label)
    if not hasattr(config, "models_module"):
        # Django reads it to see that there are models: a state of the past has no such module.
        config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    wanted = set(rights)
    found = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label=app_label, codename__in=wanted
    )
    missing = wanted - {permission.codename for permission in found}
    if missing:
        raise LookupError(f"{app_label} has no permission {', '.join(sorted(missing))}")
    for group in groups_of(apps, *roles):
        group.permissions.add(*found)


def grant_on_pages(apps: Any, page: Any, rights: Iterable[str], *roles: Role) -> None:
    """Give these roles rights on a page and all below it ("add", "change", "publish"…)."""
    given = apps.get_model("wagtailcore", "GroupPagePermission").objects
    for group, permission in _pairs(apps, "page", rights, roles):
        given.get_or_create(group=group, permission=permission, page_id=page.pk)


def grant_on_collection(
    apps: Any, collection: Any, model: str, rights: Iterable[str], *roles: Role
) -> None:
    """Give these roles rights on the files (a model's name) of a collection and those below."""
    given = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    for group, permission in _pairs(apps, model, rights, roles):
        given.get_or_create(group=group, permission=permission, collection_id=collection.pk)


def _pairs(
    apps: Any, model: str, rights: Iterable[str], roles: Iterable[Role]
) -> Iterator[tuple[Any, Any]]:
    codenames = {f"{right}_{model}" for right in rights}
    permissions = apps.get_model("auth", "Permission").objects.filter(codename__in=codenames)
    return product(groups_of(apps, *roles), permissions)
