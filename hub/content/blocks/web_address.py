"""The address of a page on another site."""

from typing import Any

from django.core.validators import URLValidator
from wagtail import blocks

SCHEMES = ("https", "http")
_PREFIXES = tuple(f"{scheme}://" for scheme in SCHEMES)
_REFUSAL = "Indiquez une adresse complète, par exemple https://www.exemple.fr/page."


class WebAddressBlock(blocks.URLBlock):
    """A complete http or https address; scripts and relative paths are refused."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field.error_messages["invalid"] = _REFUSAL
        self.field.validators = [
            URLValidator(schemes=list(SCHEMES), message=_REFUSAL)
            if isinstance(validator, URLValidator)
            else validator
            for validator in self.field.validators
        ]

    def to_python(self, value: Any) -> str:
        """Return the stored address, nothing where it did not come through the form and is unsafe.

        An import may have written anything: `javascript:` must not become a link.
        """
        text = str(value or "")
        return text if text.lower().startswith(_PREFIXES) else ""

    class Meta:
        icon = "link-external"
        default = ""
