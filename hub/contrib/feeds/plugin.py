"""What the plugin brings."""

from collections.abc import Iterable

from hub.plugins import Representation, hookimpl


@hookimpl
def installed_apps() -> Iterable[str]:
    """Its name in the list of applications: it has neither model nor template."""
    return ["hub.contrib.feeds"]


@hookimpl
def representations() -> Iterable[Representation]:
    """What is published, as Atom; when events take place, as iCalendar."""
    from hub.contrib.feeds.atom import ATOM
    from hub.contrib.feeds.icalendar_file import ICALENDAR

    return [ATOM, ICALENDAR]
