"""The block of a point on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.functional import cached_property
from wagtailgeowidget.blocks import LeafletBlock

from hub.content.api.json_schema import Schema, an_object

from .point import MAX_LENGTH, Point, read_point, validate_point
from .widgets import PointWidget

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext

HELP_TEXT = "Cliquez sur la carte, ou tapez la latitude puis la longitude."
Stored = Point | str | None


class PointBlock(LeafletBlock):
    """A point, or none. Its value is a Point; it is stored in its written form.

    A text that cannot be read is kept only until it is validated, so that the editor sees it
    again beside the error; read from the database it is no point, and the page stays open.
    """

    def __init__(
        self, *, required: bool = True, help_text: str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(required=required, help_text=help_text, **kwargs)
        self._required = required
        self._help_text = help_text or HELP_TEXT

    @cached_property
    def field(self) -> forms.CharField:
        """The form field: our control, and the validation that the parent lacks."""
        return forms.CharField(
            widget=PointWidget(),
            max_length=MAX_LENGTH,
            validators=[validate_point],
            required=self._required,
            help_text=self._help_text,
        )

    def value_from_form(self, value: str | None) -> Stored:
        """Read the posted text."""
        return read_point(value) or value if value else None

    def value_for_form(self, value: Stored) -> str:
        """Write the point for the form."""
        return str(value) if value else ""

    def to_python(self, value: Any) -> Point | None:
        """Read the stored text; what is no readable point, an empty text included, is None."""
        return value if isinstance(value, Point) else read_point(str(value or ""))

    def normalize(self, value: Any) -> Point | None:
        """Accept a Point or its written form as a default or preview value."""
        return self.to_python(value)

    def get_prep_value(self, value: Stored) -> str | None:
        """Store the written form."""
        return str(value) if value else None

    def api_value(self, stored: str | None, ctx: ApiContext) -> dict[str, float] | None:
        """Return the coordinates as numbers; None for no point."""
        point = read_point(stored or "")
        return {"longitude": point.longitude, "latitude": point.latitude} if point else None

    def api_schema(self, field: Schema) -> Schema:
        """Return that of coordinates (WGS 84)."""
        number: Schema = {"type": "number"}
        return an_object(longitude=number, latitude=number)

    class Meta:
        label = "Point sur la carte"
        icon = "site"
        template = "blocks/point.html"
        description = "Une position en latitude et longitude"
        preview_value = Point(6.0899, 47.0562)
