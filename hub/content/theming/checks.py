"""The operator's stylesheet, as a numbered system check."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Warning as Caution, register

from hub.content.theming.own_sheet import own_sheet


@register()
def check_own_sheet(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`hub.W110`: the stylesheet of the operator cannot be used; the site goes without it."""
    problem = own_sheet().problem
    if not problem:
        return []
    return [
        Caution(
            f"{settings.HUB_STYLESHEET} is left out: {problem}.",
            hint="Keep it a UTF-8 file of at most 200 kB that the site may read.",
            id="hub.W110",
        )
    ]
