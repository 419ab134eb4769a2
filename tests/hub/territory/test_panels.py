import pytest
from wagtail.admin.panels import ObjectList

from hub.territory.panels import PointPanel, place_panels
from hub.territory.widgets import PointWidget


@pytest.fixture
def form_class(place_model):
    return ObjectList(place_panels).bind_to_model(place_model).get_form_class()


def test_the_panels_edit_the_place_and_nothing_that_is_derived(form_class):
    assert list(form_class.base_fields) == ["commune_code", "address", "point", "point_source"]


def test_the_point_is_edited_by_our_control_which_follows_the_commune(form_class):
    widget = form_class.base_fields["point"].widget
    assert isinstance(widget, PointWidget)
    assert widget.commune_field == "commune_code"


def test_a_clone_of_the_panel_keeps_its_options():
    clone = PointPanel("point", commune_field="commune_code", heading="Lieu").clone()
    assert clone.fields["commune_field"] == "commune_code"
    assert clone.heading == "Lieu"


@pytest.mark.django_db
def test_typing_a_name_is_enough_to_place_something(form_class):
    form = form_class({"commune_code": "flagey", "address": "", "point": ""})
    assert form.is_valid(), form.errors
    place = form.save()
    assert (place.commune_code, place.epci, place.precision) == ("25241", "200068070", "commune")


def test_a_point_that_cannot_be_read_is_an_error_of_its_field(form_class):
    form = form_class({"commune_code": "flagey", "point": "SRID=4326;POINT(1e-05 47)"})
    assert list(form.errors) == ["point"]


def test_an_unknown_commune_is_an_error_of_its_field(form_class):
    form = form_class({"commune_code": "Atlantide"})
    assert list(form.errors) == ["commune_code"]
