"""What the plugin brings."""

from collections.abc import Iterable

from hub.plugins import Representation, hookimpl


@hookimpl
def installed_apps() -> Iterable[str]:
    """Its name in the list of applications: it has neither model nor template."""
    return ["hub.contrib.linked_data"]


@hookimpl
def representations() -> Iterable[Representation]:
    """The results as JSON-LD."""
    from hub.contrib.linked_data.json_ld import JSON_LD

    return [JSON_LD]
