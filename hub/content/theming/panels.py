"""Shows to an editor the colours as saved, with the contrast measured for each pair."""

from typing import Any

from wagtail.admin.panels import Panel

from hub.content.theming.contrast import measure_all, ratio_label
from hub.content.theming.palette import complete

SCHEME_LABELS = {"light": "Thème clair", "dark": "Thème sombre"}


class PalettePanel(Panel):
    """A table of samples, one row per pair of the rule, for the light and the dark scheme."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "content/admin/palette_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add the samples to what every panel tells its template."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            palette = getattr(self.instance, "palette", None) or {}
            return context | {"samples": samples(palette)}


def samples(palette: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    """Return the measured pairs of a palette, ready to show, scheme by scheme."""
    measures = list(measure_all(complete(palette)))
    return [
        {
            "heading": heading,
            "rows": [
                {
                    "measure": measure,
                    "ratio": ratio_label(measure.ratio),
                    "least": ratio_label(measure.pair.least),
                }
                for measure in measures
                if measure.scheme == scheme
            ],
        }
        for scheme, heading in SCHEME_LABELS.items()
    ]
