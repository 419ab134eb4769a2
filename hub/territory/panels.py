"""The panels of a place in the editor."""

from typing import Any, Self

from django import forms
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtailgeowidget.panels import LeafletPanel

from .widgets import PointWidget


class PointPanel(LeafletPanel):
    """Edits a written point on our map.

    `commune_field` names the field whose commune moves a point that nobody has placed by hand;
    `address_field`, what is looked up; `source_field`, where the origin of the point is kept.
    """

    def __init__(
        self,
        *args: Any,
        commune_field: str = "",
        address_field: str = "",
        source_field: str = "",
        **kwargs: Any,
    ) -> None:
        self.fields = {
            "commune_field": commune_field,
            "address_field": address_field,
            "source_field": source_field,
        }
        super().__init__(*args, **kwargs)

    def widget_overrides(self) -> dict[str, PointWidget]:
        """Put our control on the field."""
        return {self.field_name: PointWidget(**self.fields)}

    def clone(self) -> Self:
        """Keep our options when the panel is bound to a model."""
        return self.__class__(**self.fields, **self.clone_kwargs())


place_panels = [
    MultiFieldPanel(
        [
            FieldPanel("commune_code"),
            FieldPanel("address"),
            PointPanel(
                "point",
                commune_field="commune_code",
                address_field="address",
                source_field="point_source",
            ),
            # Written by the control of the point, which shows it in words.
            FieldPanel("point_source", widget=forms.HiddenInput, classname="w-hidden"),
        ],
        heading="Lieu",
        icon="site",
    )
]
