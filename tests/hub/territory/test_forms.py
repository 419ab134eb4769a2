import pytest
from django import forms

from hub.territory.fields import CommuneField
from hub.territory.forms import CommuneFormField


def form_with(typed, initial=None):
    class PlaceForm(forms.Form):
        commune = CommuneFormField(label="Commune", required=False)

    return PlaceForm({"commune": typed}, initial={"commune": initial})


@pytest.mark.parametrize("typed", ["Flagey", "flagey (25)", "25330 Flagey", "Flagey (Doubs)"])
def test_a_typed_name_becomes_a_code_on_the_server(typed):
    form = form_with(typed)
    assert form.is_valid()
    assert form.cleaned_data == {"commune": "25241"}


def test_no_commune_is_an_empty_text():
    form = form_with("  ")
    assert form.is_valid()
    assert form.cleaned_data == {"commune": ""}


@pytest.mark.parametrize("typed", ["Saint-Agnan", "25330", "Atlantide"])
def test_what_is_not_one_commune_is_an_error_beside_the_typed_text(typed):
    form = form_with(typed)
    assert list(form.errors) == ["commune"]
    assert f'value="{typed}"' in str(form["commune"])


def test_an_ambiguous_number_is_not_turned_into_a_name():
    form = form_with("39300")
    assert "Champagnole (Jura)" in form.errors["commune"][0]
    assert 'value="39300"' in str(form["commune"])


def test_a_stored_code_is_shown_by_its_name_with_its_own_point(gazetteer):
    class PlaceForm(forms.Form):
        commune = CommuneFormField()

    html = str(PlaceForm(initial={"commune": "25241"})["commune"])
    assert 'value="Flagey (Doubs)"' in html
    assert str(gazetteer.commune("25241").point) in html


def test_the_input_works_without_javascript_and_names_the_look_up():
    html = str(form_with("Flagey")["commune"])
    assert 'type="text"' in html
    assert 'name="commune"' in html
    assert 'data-territory-commune-url-value="/admin/communes/"' in html


@pytest.mark.parametrize(
    ("typed", "initial", "changed"),
    [
        ("Flagey (Doubs)", "25241", False),
        ("", "", False),
        ("", None, False),
        ("Dole", "25241", True),
        ("Atlantide", "25241", True),
    ],
)
def test_a_change_is_a_change_of_commune(typed, initial, changed):
    assert form_with(typed, initial).has_changed() is changed


def test_the_model_field_offers_the_form_field_without_a_maximum_length():
    field = CommuneField(blank=True)
    assert field.max_length == 5
    form_field = field.formfield()
    assert isinstance(form_field, CommuneFormField)
    assert form_field.max_length is None


def test_the_model_field_survives_a_migration():
    _, path, args, kwargs = CommuneField("commune", blank=True).deconstruct()
    assert path == "hub.territory.fields.CommuneField"
    assert CommuneField(*args, **kwargs).max_length == 5
