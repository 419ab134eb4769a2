"""The form of a document: what may be sent, and the equivalent that is chosen in the tree."""

from pathlib import PurePath
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail.admin.widgets import AdminPageChooser
from wagtail.documents.forms import BaseDocumentForm

from hub.content.document_kinds import is_what_it_says


class HubDocumentForm(BaseDocumentForm):
    """Form of a document in the admin, one by one or several at once."""

    class Meta(BaseDocumentForm.Meta):
        widgets: ClassVar[dict[str, Any]] = {
            **BaseDocumentForm.Meta.widgets,
            "equivalent": AdminPageChooser,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            field.help_text = f"Formats acceptés : {_accepted()}. {field.help_text}"

    def clean_file(self) -> Any:
        """Refuse a kind of file that is not accepted, and one whose content is of another kind."""
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        extension = PurePath(file.name).suffix.lower().removeprefix(".")
        if extension not in settings.WAGTAILDOCS_EXTENSIONS:
            raise ValidationError(
                f"Ce format de fichier n’est pas accepté. Formats acceptés : {_accepted()}.",
                code="invalid_extension",
            )
        if not is_what_it_says(file, extension):
            kind = extension.upper()
            raise ValidationError(
                f"Ce fichier porte le nom d’un {kind} et n’en est pas un, ou il est abîmé. "
                f"Ouvrez-le, enregistrez-le au format {kind}, puis recommencez.",
                code="wrong_content",
            )
        return file


def _accepted() -> str:
    return ", ".join(settings.WAGTAILDOCS_EXTENSIONS).upper()
