"""The form field of a commune: a person types a name or a postcode, the form holds a code."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from .gazetteer import get_gazetteer
from .resolving import resolve_typed
from .widgets import CommuneWidget


class TypedText(str):
    """What a person typed, to be shown again as it stands when the form comes back."""

    __slots__ = ()


class CommuneFormField(forms.CharField):
    """Resolves the typed text to an INSEE code, or says in French why it cannot."""

    widget = CommuneWidget

    def to_python(self, value: Any) -> str:
        """Return the INSEE code, or an empty text; raise ValidationError for anything else."""
        text = super().to_python(value)
        return resolve_typed(text).code if text else ""

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Mark the text as typed: a number may be a postcode, and is not to become a name."""
        return TypedText(data or "")

    def prepare_value(self, value: Any) -> Any:
        """Show the name of the commune whose code is stored."""
        if isinstance(value, TypedText):
            return value
        commune = get_gazetteer().commune(str(value or ""))
        return commune.label if commune else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare codes: "Flagey (Doubs)" in the form is "25241" in the model."""
        try:
            return bool(self.to_python(data) != (initial or ""))
        except ValidationError:
            return True
