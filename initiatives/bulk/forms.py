"""What a bulk action asks before it acts."""

from typing import Any

from django import forms
from taggit.forms import TagField
from wagtail.admin.widgets import AdminTagWidget

from initiatives.models import Characterisation, InitiativePage, Scheme, Term
from initiatives.panels import terms_in_order


class TagsForm(forms.Form):
    """Free tags to give and to take away."""

    add = TagField(label="Étiquettes à ajouter", required=False, widget=AdminTagWidget)
    remove = TagField(
        label="Étiquettes à retirer",
        required=False,
        widget=AdminTagWidget(free_tagging=False),
    )

    def clean(self) -> dict[str, Any]:
        """Require a tag, and none on both sides."""
        cleaned: dict[str, Any] = super().clean() or {}
        added, removed = cleaned.get("add") or [], cleaned.get("remove") or []
        if not (added or removed):
            raise forms.ValidationError("Indiquez au moins une étiquette.")
        both = {tag.casefold() for tag in added} & {tag.casefold() for tag in removed}
        if both:
            raise forms.ValidationError(
                "Une même étiquette ne peut pas être à la fois ajoutée et retirée."
            )
        return cleaned


class ThemeForm(forms.Form):
    """A theme to give or to take away, with the sentence that says why."""

    theme: Any = forms.ModelChoiceField(
        label="Thème", queryset=None, empty_label="Choisir un thème…"
    )
    what = forms.ChoiceField(
        label="Que faire ?",
        choices=[("add", "L’ajouter"), ("remove", "Le retirer")],
        initial="add",
        widget=forms.RadioSelect,
    )
    evidence = forms.CharField(
        label="Pourquoi",
        required=False,
        max_length=Characterisation._meta.get_field("evidence").max_length,
        help_text="Une phrase qui vaut pour toutes ces fiches ; sans elle, chacune reste à "
        "justifier.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["theme"]
        field.queryset = Term.objects.of(Scheme.THEME)
        field.choices = [("", field.empty_label), *terms_in_order(Scheme.THEME)]


def year_field() -> Any:
    """Return the form field of the year, with the bounds of the model."""
    field: Any = InitiativePage._meta.get_field("year")
    return field.formfield(initial=None, required=True, validators=field.validators)


class YearForm(forms.Form):
    """The year in which the fiches were recensées."""

    year = year_field()


class VerificationForm(forms.Form):
    """What the verification found."""

    changes = forms.CharField(
        label="Ce qui a changé",
        required=False,
        max_length=255,
        help_text="Laissez vide si rien n’a changé.",
    )
