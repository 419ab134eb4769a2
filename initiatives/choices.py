"""A term chosen in the list of its own vocabulary."""

from django import forms
from wagtail.admin.panels import FieldPanel


def choice_panel(field_name: str) -> FieldPanel:
    """Return a panel that offers the terms of one vocabulary only.

    Wagtail's snippet chooser, the default, would list the terms of all of them.
    """
    return FieldPanel(field_name, widget=forms.Select)
