"""What the log of Wagtail says of the acts of the domain."""

from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogFormatter

VERIFIED = "initiatives.verify"
MERGED = "initiatives.merge"


@hooks.register("register_log_actions")
def register_acts(actions: Any) -> None:
    """Name the acts."""
    actions.register_action(VERIFIED, "Marquer vérifiée", "Marquée vérifiée")

    @actions.register_action(MERGED)
    class Merged(LogFormatter):
        """Says with what."""

        label = "Fusionner"

        def format_message(self, entry: Any) -> str:
            """Return the name of what is gone."""
            return f"« {entry.data.get('name', '')} » y a été fusionné"
