"""What the admin writes and no signal tells of."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from hub.content.changes.files import record_files


@hooks.register("after_bulk_action")
def record_gathered_files(
    request: HttpRequest, action: str, chosen: Iterable[Any], view: Any
) -> None:
    """Record the pages that show files which were put into another collection together."""
    if action == "add_to_collection":
        keys = [one.pk for one in chosen]
        record_files(view.get_default_model()._base_manager.filter(pk__in=keys))
