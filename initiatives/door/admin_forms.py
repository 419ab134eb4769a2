"""What staff write about what was received."""

from typing import Any

from django import forms

from initiatives.door.forms import OneLine
from initiatives.door.typed import tidy

NOTE_LIMIT = 2000


class NoteForm(forms.Form):
    """A note for the team."""

    note = forms.CharField(
        label="Note interne",
        max_length=NOTE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Lue par l’équipe seulement. Exemple : effectif corrigé après un appel.",
        error_messages={"required": "Notez en quelques mots ce qui a été fait, ou pourquoi rien."},
    )


class AnswerForm(NoteForm):
    """The letter that declines a proposal, and a note."""

    subject = OneLine(
        label="Objet du courriel",
        max_length=200,
        help_text="Gardez la référence : elle permet de retrouver l’échange.",
        error_messages={"required": "Donnez un objet au courriel."},
    )
    body = forms.CharField(
        label="Texte du courriel",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="Relisez et adaptez : c’est exactement ce qui sera envoyé.",
        error_messages={"required": "Écrivez le texte du courriel."},
    )
    field_order = ("subject", "body", "note")

    def __init__(self, *args: Any, is_written_to: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = False
        if not is_written_to:
            del self.fields["subject"], self.fields["body"]

    def clean_body(self) -> str:
        """Refuse a letter in which the place to fill in was left."""
        body = tidy(self.cleaned_data["body"])
        if "[Dites ici pourquoi" in body:
            raise forms.ValidationError(
                "Remplacez « [Dites ici pourquoi…] » par la raison, ou retirez la phrase."
            )
        return body
