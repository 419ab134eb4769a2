"""The rules: declared while applications load, closed once they are read."""

from typing import Any

from hub.editing.checks.check import ContentCheck, Finding
from hub.editing.checks.reading import Reading


class Registry:
    """Rules by their order."""

    def __init__(self) -> None:
        self._checks: dict[str, ContentCheck] = {}
        self._is_closed = False

    def register(self, *checks: ContentCheck) -> None:
        """Add rules; raises ValueError for a slug in use, RuntimeError once they were read."""
        if self._is_closed:
            raise RuntimeError("The content checks are closed: declare them in wagtail_hooks.")
        for check in checks:
            if check.slug in self._checks:
                raise ValueError(f"There is a content check {check.slug!r} already.")
            self._checks[check.slug] = check

    def checks(self, model: type[Any]) -> list[ContentCheck]:
        """Return the rules that hold for a type of page, those that forbid to publish first."""
        self._is_closed = True
        held = [check for check in self._checks.values() if issubclass(model, check.model)]
        return sorted(held, key=lambda check: (not check.forbids, check.order))

    def findings(self, page: Any) -> list[Finding]:
        """Return the rules that a page does not keep, with the places."""
        reading = Reading(page)
        found = [Finding(one, list(one.find(reading))) for one in self.checks(type(page))]
        return [finding for finding in found if finding.places]


content_checks = Registry()
