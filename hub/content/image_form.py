"""Upload of images: a damaged file is refused with a sentence, never with an error page."""

import struct
from typing import Any

from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

DAMAGED = (
    "Ce fichier n’est pas une image, ou il est abîmé ou incomplet : il ne peut pas être lu en "
    "entier. Enregistrez-le de nouveau, puis recommencez."
)
DESCRIPTION_HELP = (
    "Ce que montre l’image, pour qui ne la voit pas. Par exemple : « Deux boulangères enfournent, "
    "à l’aube ». Laissez vide une image qui ne fait que décorer."
)
CREDIT_HELP = "Auteur et licence. Par exemple : « Photo : Camille Exemple, CC BY 4.0 »."
# What Pillow and Willow raise on files that lie about their content.
FAULTS = (OSError, SyntaxError, ValueError, EOFError, struct.error)


class SoundImageField(WagtailImageField):
    """An image that can be decoded to its last pixel."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = self.max_image_pixels // 1_000_000
        self.error_messages |= {
            "invalid_image": DAMAGED,
            "invalid_image_extension": "Ce format d’image n’est pas accepté. Formats acceptés : "
            f"{self.supported_formats_text}.",
            "invalid_image_known_format": "Ce fichier porte l’extension « .%(extension)s » et "
            "contient une image « %(image_format)s » : enregistrez-le sous son vrai format, puis "
            "recommencez.",
            "file_too_many_pixels": f"Cette image a trop de pixels : {most} millions au plus. "
            "Réduisez-la, puis recommencez.",
        }

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
        if "description" in self.fields:
            self.fields["description"].help_text = DESCRIPTION_HELP
        if "credit" in self.fields:
            self.fields["credit"].help_text = CREDIT_HELP
