"""Into what an object is merged."""

from typing import Any

from django import forms

from hub.editing.merging.rules import Merging


class TargetForm(forms.Form):
    """The object that stays, among those that the rules offer."""

    cible: Any = forms.ModelChoiceField(label="Fusionner avec", queryset=None)

    def __init__(self, rules: Merging, old: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rules, self.old = rules, old
        field: Any = self.fields["cible"]
        field.queryset = rules.model._default_manager.all()
        field.choices = [("", "Choisir…"), *rules.options(old)]

    def clean_cible(self) -> Any:
        """Refuse, in words, what the rules refuse."""
        chosen = self.cleaned_data["cible"]
        refusal = self.rules.refusal(self.old, chosen)
        if refusal:
            raise forms.ValidationError(refusal)
        return chosen
