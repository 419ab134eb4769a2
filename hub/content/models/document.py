"""Documents that say whether they are accessible."""

from django.db import models
from wagtail.documents.models import AbstractDocument, Document


class DocumentAccessibility(models.TextChoices):
    """Whether a reader of a screen reader can use the file (RGAA 4.1.2, criterion 13.3)."""

    YES = "oui", "Accessible"
    NO = "non", "Non accessible"
    UNKNOWN = "inconnue", "Accessibilité non évaluée"


class HubDocument(AbstractDocument):
    """A file to download; its format and weight are shown beside each link."""

    accessibility = models.CharField(
        "accessibilité",
        max_length=8,
        choices=DocumentAccessibility,
        default=DocumentAccessibility.UNKNOWN,
        help_text="Le document est-il balisé et lisible par un lecteur d’écran ?",
    )

    equivalent = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="page équivalente",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Une page du site qui donne le même contenu : elle est proposée à côté du "
        "document, et obligatoire quand il n’est pas accessible.",
    )

    admin_form_fields = (*Document.admin_form_fields, "accessibility", "equivalent")

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"
        permissions = [("choose_hubdocument", "Peut choisir un document")]

    def clean(self) -> None:
        """Refuse a kind of file that is not accepted; a file that was refused has none."""
        if self.file:
            super().clean()

    @property
    def format_label(self) -> str:
        """The format in capitals, e.g. `PDF`."""
        return self.file_extension.upper()
