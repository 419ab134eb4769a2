"""Upload of images: a damaged file is refused with a sentence, never with an error page."""

import struct
from typing import Any

from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

DAMAGED = (
    "Ce fichier est abîmé ou incomplet : il ne peut pas être lu en entier. Enregistrez-le de "
    "nouveau, puis recommencez."
)
# What Pillow and Willow raise on files that lie about their content.
FAULTS = (OSError, SyntaxError, ValueError, EOFError, struct.error)


class SoundImageField(WagtailImageField):
    """An image that can be decoded to its last pixel."""

    def to_python(self, data: Any) -> Any:
        """Return the uploaded file; raise ValidationError for one that cannot be read whole."""
        try:
            file = super().to_python(data)
            if file is not None:
                self._decode(file)
        except ValidationError:
            raise
        except FAULTS as fault:
            raise ValidationError(DAMAGED, code="damaged_image") from fault
        return file

    def _decode(self, file: Any) -> None:
        file.seek(0)
        with Image.open(file) as image:
            image.load()
        file.seek(0)


class HubImageForm(BaseImageForm):
    """Form of an image in the admin, wherever one is uploaded."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.fields.get("file")
        if given is not None:
            self.fields["file"] = SoundImageField(
                label=given.label, required=given.required, widget=given.widget
            )
