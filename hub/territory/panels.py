"""The panels of a place in the editor."""

from typing import Any, Self

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtailgeowidget.panels import LeafletPanel

from .widgets import PointWidget


class PointPanel(LeafletPanel):
    """Edits a written point on our map.

    `commune_field` names the field whose commune moves a point that nobody has placed by hand.
    """

    def __init__(self, *args: Any, commune_field: str = "", **kwargs: Any) -> None:
        self.commune_field = commune_field
        super().__init__(*args, **kwargs)

    def widget_overrides(self) -> dict[str, PointWidget]:
        """Put our control on the field."""
        return {self.field_name: PointWidget(commune_field=self.commune_field)}

    def clone(self) -> Self:
        """Keep our option when the panel is bound to a model."""
        return self.__class__(commune_field=self.commune_field, **self.clone_kwargs())


place_panels = [
    MultiFieldPanel(
        [
            FieldPanel("commune_code"),
            FieldPanel("address"),
            PointPanel("point", commune_field="commune_code"),
        ],
        heading="Lieu",
        icon="site",
    )
]
