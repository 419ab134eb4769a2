"""The form of a document: its equivalent is chosen in the tree of pages."""

from typing import Any, ClassVar

from wagtail.admin.widgets import AdminPageChooser
from wagtail.documents.forms import BaseDocumentForm


class HubDocumentForm(BaseDocumentForm):
    """Form of a document in the admin, one by one or several at once."""

    class Meta(BaseDocumentForm.Meta):
        widgets: ClassVar[dict[str, Any]] = {
            **BaseDocumentForm.Meta.widgets,
            "equivalent": AdminPageChooser,
        }
