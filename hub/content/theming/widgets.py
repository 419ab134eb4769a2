"""The editing control of a colour: its code, and the palette of the browser beside it."""

from typing import Any

from django import forms


class ColourInput(forms.TextInput):
    """A text input that takes a code and may stay empty.

    A script adds a native `<input type="color">`, which cannot be empty by itself; without it the
    code is enough. `default` is the colour that an empty field stands for.
    """

    template_name = "content/admin/colour_input.html"

    class Media:
        css = {"all": ["content/colour-field.css"]}
        js = ["content/colour-field.js"]

    def __init__(self, default: str, attrs: dict[str, Any] | None = None) -> None:
        self.default = default
        shape = {"maxlength": 7, "autocomplete": "off", "spellcheck": "false"}
        super().__init__({**shape, "placeholder": default, **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the colour that an empty field stands for."""
        context = super().get_context(name, value, attrs)
        context["widget"]["default"] = self.default
        return context
