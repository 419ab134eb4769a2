"""Content of a block type that the installed modules do not know, kept as it is.

The editor carries it in a hidden field. The field is signed: otherwise anybody who may edit could
post, under the name of an absent module, markup that no rich-text whitelist has seen.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.utils.functional import cached_property
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.blocks import FieldBlock
from wagtail.blocks.field_block import FieldBlockAdapter

UNAVAILABLE = "unavailable"
# Wagtail's definitions of blocks, then ours, which extends them.
EDITOR_SCRIPTS = ("wagtailadmin/js/telepath/blocks.js", "content/preserving-stream-block.js")

_SIGNER = Signer(salt="hub.content.unavailable")


def wrap(child: dict[str, Any]) -> dict[str, Any]:
    """Take the stored form of an unknown child; return that of the block which keeps it.

    The wrapping child bears the identifier, so that a duplicate gets its own.
    """
    kept = {key: value for key, value in child.items() if key != "id"}
    return {"type": UNAVAILABLE, "value": kept, "id": child.get("id")}


def unwrap(child: dict[str, Any]) -> dict[str, Any]:
    """Take the stored form of any child; return what was wrapped in it, else the child itself."""
    if child["type"] != UNAVAILABLE:
        return child
    return {**child["value"], "id": child["id"]}


class UnavailableBlock(FieldBlock):
    """Holds a child of unknown type. Shown to the editor as a name and a sentence, nowhere else."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.CharField(
            required=False,  # `clean` says more than « Ce champ est obligatoire »
            widget=forms.HiddenInput,
            help_text="Ce contenu est conservé tel quel. Il reparaîtra ici et sur le site quand "
            "le module qui l’affiche sera de nouveau installé.",
        )
        super().__init__(**kwargs)

    def value_for_form(self, value: dict[str, Any] | None) -> str:
        """Return the kept content as signed text, empty when there is none."""
        return _SIGNER.sign_object(value) if value else ""

    def value_from_form(self, value: str | None) -> dict[str, Any] | None:
        """Return the content of the signed text, None where this site did not sign it."""
        try:
            kept: dict[str, Any] = _SIGNER.unsign_object(value or "")
        except (BadSignature, ValueError):
            return None
        return kept

    def clean(self, value: dict[str, Any] | None) -> dict[str, Any]:
        """Return the kept content.

        Raises ValidationError, for drafts too, where the hidden field has been altered.
        """
        if not value:
            raise ValidationError(
                "Le contenu de ce module absent est illisible. Rechargez la page : "
                "rien n’a été perdu, la version enregistrée est intacte."
            )
        return value

    def render(self, value: Any, context: dict[str, Any] | None = None) -> str:
        """Return nothing: the public sees no trace of an absent module."""
        return ""

    def render_basic(self, value: Any, context: dict[str, Any] | None = None) -> str:
        """Return what the comparison of two versions prints."""
        return self.label

    class Meta:
        label = "Contenu d’un module absent"
        icon = "warning"


class UnavailableBlockAdapter(FieldBlockAdapter):
    """Keeps the signed text out of the title that a folded block shows."""

    js_constructor = "hub.content.UnavailableBlock"

    @cached_property
    def media(self) -> forms.Media:
        """The scripts of the editor."""
        return forms.Media(js=[versioned_static(script) for script in EDITOR_SCRIPTS])


register(UnavailableBlockAdapter(), UnavailableBlock)
