"""The model field that stores a commune."""

from typing import Any

from django import forms
from django.db import models

from .forms import CommuneFormField
from .resolving import validate_commune_code


class CommuneField(models.CharField):
    """An INSEE code of a current commune of the region, edited by name or postcode."""

    default_validators = [validate_commune_code]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 5)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """Return a CommuneFormField, without the maximum length: a name is longer than a code."""
        options = {"form_class": CommuneFormField, **kwargs}
        return models.Field.formfield(self, **options)
