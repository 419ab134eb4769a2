"""The side panel of the editor in which the rules are told."""

from collections.abc import Mapping
from typing import Any

from django.forms import Media
from django.utils.functional import cached_property
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel

from hub.editing.checks.check import Finding
from hub.editing.checks.registry import content_checks


class ContentChecksPanel(BaseSidePanel):
    """What is still to be done in the page; read again by each save, automatic ones included."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Afficher ou masquer ce qui est à vérifier"
        icon_name = "clipboard-list"

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            """Add how many rules are not kept."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "count": len(self.panel.findings)}

    name = "content-checks"
    title = "À vérifier avant de publier"
    template_name = "editing/content_checks.html"
    order = 340

    @property
    def media(self) -> Media:
        """Its style, and the script that leads to a place of the form."""
        return Media(css={"all": ["editing/content-checks.css"]}, js=["editing/content-checks.js"])

    @cached_property
    def findings(self) -> list[Finding]:
        """The rules that the page does not keep; none before it is first saved."""
        return content_checks.findings(self.object) if self.object.pk else []

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return what forbids to publish, what is advice, and whether the form is only updated."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        forbidding = [one for one in self.findings if one.check.forbids]
        return {
            **context,
            "is_saved": bool(self.object.pk),
            "forbidding": forbidding,
            "advice": [one for one in self.findings if not one.check.forbids],
            "count": len(self.findings),
            "is_partial": parent_context.get("is_partial", False),
        }


class WithContentChecks:
    """A view that edits a page and shows the rules beside its form."""

    def get_side_panels(self) -> MediaContainer:
        """Add ours to the panels of Wagtail."""
        panels = super().get_side_panels()  # type: ignore[misc]
        shown = [*panels, ContentChecksPanel(self.page, self.request)]  # type: ignore[attr-defined]
        return MediaContainer(sorted(shown, key=lambda panel: panel.order))
