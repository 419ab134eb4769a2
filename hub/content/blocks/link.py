"""A link to a page of the site, to another site or to a mailbox."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from hub.content.api.json_schema import Schema, nullable, reference
from hub.content.blocks.page_chooser import PageChooserBlock, visible
from hub.content.blocks.plain_text import CharBlock, EmailBlock
from hub.content.blocks.struct import StructBlock
from hub.content.blocks.web_address import WebAddressBlock

if TYPE_CHECKING:  # it reads the models, which hold blocks
    from hub.content.api.context import ApiContext

TARGETS = ("page", "url", "email")

# Words that say nothing out of their context: a screen reader lists links alone
# (RGAA 4.1.2, criterion 6.1).
VAGUE_LABELS = {
    "ici",
    "cliquez ici",
    "cliquer ici",
    "clic ici",
    "lien",
    "ce lien",
    "suivez ce lien",
    "plus",
    "lire plus",
    "voir plus",
    "en savoir plus",
    "lire la suite",
    "la suite",
    "suite",
}


def is_vague(label: str) -> bool:
    """Tell whether a label says nothing of where the link leads."""
    folded = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z]+", folded)) in VAGUE_LABELS


def validate_link_label(label: str) -> None:
    """Raise ValidationError where a label does not say where the link leads."""
    if is_vague(label):
        raise ValidationError(
            f"« {label} » ne dit pas où mène le lien. Nommez sa destination, par exemple "
            "« Lire le bilan 2023 »."
        )


class LinkValue(blocks.StructValue):
    """A link, resolved when it is shown."""

    @property
    def address(self) -> str:
        """Where the link leads; empty where its page is not, or no longer, public."""
        if self.get("page"):
            page = visible(self["page"])
            return (page.url or "") if page else ""
        if self.get("email"):
            return f"mailto:{self['email']}"
        return self.get("url") or ""


class LinkBlock(StructBlock):
    """A label and one target."""

    label = CharBlock(
        label="Libellé",
        max_length=80,
        validators=[validate_link_label],
        help_text="Ce que l’on trouve en suivant le lien.",
    )
    page = PageChooserBlock(label="Page du site", required=False)
    url = WebAddressBlock(label="Adresse d’un autre site", required=False)
    email = EmailBlock(label="Adresse électronique", required=False)

    def clean(self, value: LinkValue) -> LinkValue:
        """Return the link; raises ValidationError unless it has one target (none in a draft)."""
        cleaned = super().clean(value)
        given = [name for name in TARGETS if cleaned[name]]
        if len(given) > 1:
            error = ValidationError("Choisissez une seule destination : les autres restent vides.")
            raise StructBlockValidationError(block_errors={given[-1]: error})
        if not given and not self.is_deferred_validation:
            error = ValidationError("Choisissez une page, une adresse ou un courriel.")
            raise StructBlockValidationError(block_errors={"page": error})
        return cleaned

    def api_value(self, fields: dict[str, Any], ctx: ApiContext) -> dict[str, Any] | None:
        """Return label, address and page; None where the link leads nowhere."""
        page, email = fields["page"], fields["email"]
        address = page["url"] if page else fields["url"]
        if email and not page:
            address = f"mailto:{email}"
        if not address:
            return None
        return {"label": fields["label"], "url": address, "page": page}

    def api_schema(self, fields: Schema) -> Schema:
        """Return that of a link, or null."""
        return nullable(reference("LinkJson"))

    class Meta:
        label = "Lien"
        icon = "link"
        template = "blocks/link.html"
        value_class = LinkValue
        preview_value = {
            "label": "Consulter le site du ministère",
            "url": "https://www.example.org/",
        }
