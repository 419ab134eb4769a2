"""Where an occasional contributor may propose a fiche: under the list of initiatives only."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from hub.editing.roles import Role
from initiatives.models import InitiativeIndexPage


def open_to_contribution(index: InitiativeIndexPage) -> None:
    """Let the group of contributors add fiches under a list; nothing where there is no group."""
    group = Group.objects.filter(name=Role.CONTRIBUTION).first()
    if group is None:
        return
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.get_or_create(group=group, page=index, permission=permission)


def open_a_new_list(
    sender: type[InitiativeIndexPage], instance: InitiativeIndexPage, created: bool, **kwargs: Any
) -> None:
    """Open a list of initiatives to contributors on the day it is made, and never again."""
    if created and not kwargs.get("raw"):
        open_to_contribution(instance)
