"""What a published fiche needs beyond its required fields."""

from typing import Any

from hub.content.models import BasePageForm
from initiatives.models.vocabulary import GRID, Scheme


class InitiativeForm(BasePageForm):
    """Form of a fiche: a published one says what it is centred on and what it is linked to."""

    def clean_publication(self, cleaned: dict[str, Any]) -> None:
        """Require a term of each dimension of the grid (Carnet de route n° 1)."""
        formset = self.formsets.get("characterisations")
        if formset is None:
            return
        given = {
            form.cleaned_data["tag"].scheme
            for form in formset.forms
            if form.is_valid()
            and form.cleaned_data.get("tag")
            and not form.cleaned_data.get("DELETE")
        }
        for message in missing_dimensions(given):
            self.add_error(None, message)


def missing_dimensions(schemes: set[str]) -> list[str]:
    """Return one French message for each dimension of the grid that has no term."""
    return [
        f"Caractérisation : choisissez au moins un terme pour « {Scheme(scheme).label} »."
        for scheme in GRID
        if scheme not in schemes
    ]
