"""Where to put a page back when the one above it is gone."""

from typing import Any

from django import forms
from wagtail.models import Page

from hub.editing.trash.models import TrashedPage
from hub.editing.trash.node import outside


class PlaceField(forms.ModelChoiceField):
    """A page, by the title that editors know."""

    def label_from_instance(self, obj: Any) -> str:
        """Return its title, under that of the page above."""
        above = obj.get_parent()
        return " › ".join(one.get_admin_display_title() for one in (above, obj) if one)


class PlaceForm(forms.Form):
    """The pages under which a page of its type may stand."""

    parent = PlaceField(
        label="Page au-dessus",
        queryset=Page.objects.none(),
        error_messages={"required": "Choisissez une page.", "invalid_choice": "Choisissez-la ici."},
    )

    def __init__(self, thrown: TrashedPage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model = thrown.page.specific_class  # None while the plugin of its type is disabled
        kinds = model.allowed_parent_page_models() if model else []
        places = outside(Page.objects.type(*kinds)).order_by("path") if kinds else None
        field: Any = self.fields["parent"]
        field.queryset = Page.objects.none() if places is None else places
