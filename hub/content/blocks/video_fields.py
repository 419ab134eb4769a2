"""The address and the length of a video, as fields of a block."""

from datetime import timedelta
from typing import Any

from wagtail.blocks import FieldBlock

from hub.content.video.duration import parse_clock
from hub.content.video.fields import ClockFormField, YouTubeAddressFormField


class YouTubeAddressBlock(FieldBlock):
    """The canonical address of one video, whatever form was pasted."""

    def __init__(self, required: bool = True, help_text: str = "", **kwargs: Any) -> None:
        self.field = YouTubeAddressFormField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    class Meta:
        icon = "link"
        default = ""


class ClockBlock(FieldBlock):
    """A length: typed « 3:20 », kept in seconds, used as a timedelta."""

    def __init__(self, required: bool = True, help_text: str = "", **kwargs: Any) -> None:
        self.field = ClockFormField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> timedelta | None:
        """Read the seconds kept; what is not a number of seconds counts as unknown."""
        return timedelta(seconds=value) if isinstance(value, int) and value > 0 else None

    def normalize(self, value: Any) -> timedelta | None:
        """Accept a length or its text as a default or a preview."""
        return parse_clock(value) if isinstance(value, str) and value else value

    def get_prep_value(self, value: timedelta | None) -> int | None:
        """Whole seconds, for the stored JSON."""
        return int(value.total_seconds()) if isinstance(value, timedelta) else None

    class Meta:
        icon = "time"
