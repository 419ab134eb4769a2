"""What the log of Wagtail says of the acts of the domain."""

from typing import Any

from wagtail import hooks

VERIFIED = "initiatives.verify"


@hooks.register("register_log_actions")
def register_acts(actions: Any) -> None:
    """Name the acts."""
    actions.register_action(VERIFIED, "Marquer vérifiée", "Marquée vérifiée")
