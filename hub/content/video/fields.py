"""Form and model fields that keep a video's address and length in one spelling."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db import models

from hub.content.video.address import (
    MAX_ADDRESS_LENGTH,
    parse_youtube_address,
    validate_youtube_address,
)
from hub.content.video.duration import as_clock, parse_clock


class YouTubeAddressFormField(forms.CharField):
    """Text field: takes any form of a video's address, gives back the canonical one."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MAX_ADDRESS_LENGTH)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """Return the canonical address, or an empty text where the field is optional."""
        text = super().clean(value)
        return parse_youtube_address(text).canonical_url if text else ""


class YouTubeAddressField(models.CharField[str, str]):
    """Column holding the canonical address of one video, whatever form was given to it."""

    default_validators = [validate_youtube_address]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 100)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        """Return the canonical address; `full_clean` stores it on the instance."""
        text = self.to_python(value) or ""
        canonical = parse_youtube_address(text).canonical_url if text else ""
        return str(super().clean(canonical, model_instance))

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """The form field accepts longer addresses than the column: they are shortened first."""
        return super().formfield(
            **{"form_class": YouTubeAddressFormField, "max_length": MAX_ADDRESS_LENGTH, **kwargs}
        )


class ClockFormField(forms.CharField):
    """Text field for a length: « 3:20 » in, a timedelta out, None where it is left empty."""

    def clean(self, value: Any) -> timedelta | None:
        """Return the length typed; raises ValidationError in French."""
        text = super().clean(self.prepare_value(value))
        return parse_clock(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        """Show a length as it is typed."""
        return as_clock(value) if isinstance(value, timedelta) else value
