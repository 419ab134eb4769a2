"""What is asked before a link is made."""

from django import forms

from hub.editing.sharing.models import Duration, PreviewLink


class PreviewLinkForm(forms.Form):
    """For whom, and for how long."""

    recipient = forms.CharField(
        label="Pour qui",
        required=False,
        max_length=PreviewLink._meta.get_field("recipient").max_length,
        help_text="Facultatif. Par exemple « la dirigeante de la boulangerie » : cela aide à "
        "reconnaître le lien dans la liste. La personne ne le voit pas.",
    )
    days = forms.TypedChoiceField(
        label="Durée", choices=Duration.choices, coerce=int, initial=Duration.WEEK
    )
