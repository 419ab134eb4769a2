"""What the door adds to the admin."""

from typing import Any

from django.contrib.auth.models import Permission
from wagtail import hooks

import initiatives.door.dashboard  # noqa: F401
from initiatives.door.viewsets import DoorViewSetGroup

hooks.register("register_admin_viewset", DoorViewSetGroup)


@hooks.register("register_permissions")
def rights_on_senders() -> Any:
    """Let groups be given the right to read and to erase who sent something."""
    return Permission.objects.filter(content_type__app_label="door", content_type__model="sender")
