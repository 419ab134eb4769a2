from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.test.utils import isolate_apps

from hub.territory.models import PlacedMixin, Precision
from hub.territory.point import Point

ELSEWHERE = "SRID=4326;POINT(6.0899 47.0562)"


def test_choosing_a_commune_fills_the_rest(place_model, gazetteer):
    place = place_model(commune_code="25241")
    place.full_clean()
    own = gazetteer.commune("25241").point
    assert (place.departement, place.epci) == ("25", "200068070")
    assert place.point == str(own)
    assert (place.longitude, place.latitude) == own.as_decimals()
    assert place.precision == Precision.COMMUNE


def test_labels_follow_from_the_commune(place_model):
    place = place_model(commune_code="21231")
    place.clean()
    assert place.place_label == "Dijon (Côte-d’Or)"
    assert place.departement_label == "Côte-d’Or"
    assert place.epci_label == "Dijon Métropole"
    assert place.former_region == "Bourgogne"
    assert place.has_point
    assert str(place.location) == place.point


def test_a_place_without_anything_has_empty_labels(place_model):
    place = place_model()
    place.full_clean()
    assert (place.commune, place.location, place.has_point) == (None, None, False)
    assert (place.place_label, place.departement_label, place.epci_label) == ("", "", "")
    assert (place.former_region, place.precision) == ("", "")


def test_a_point_given_is_kept_with_the_precision_of_an_address(place_model):
    place = place_model(commune_code="25241", point=ELSEWHERE)
    place.full_clean()
    assert place.point == ELSEWHERE
    assert place.latitude == Decimal("47.056200")
    assert place.precision == Precision.ADDRESS


def test_a_point_without_commune_is_kept(place_model):
    place = place_model(point=ELSEWHERE)
    place.full_clean()
    assert place.precision == Precision.ADDRESS
    assert place.departement == ""


def test_a_point_is_normalised_to_six_decimals(place_model):
    place = place_model(point="SRID=4326;POINT (6.08990000000001 47.0562000000001)")
    place.full_clean()
    assert place.point == ELSEWHERE


def test_the_own_point_of_the_commune_given_as_a_point_is_recognised(place_model, gazetteer):
    place = place_model(commune_code="25241", point=str(gazetteer.commune("25241").point))
    place.clean()
    assert place.precision == Precision.COMMUNE


def test_the_point_of_the_old_commune_moves_with_the_commune(place_model, gazetteer):
    place = place_model(commune_code="25241")
    place.clean()
    place.commune_code = "39198"
    place.clean()
    assert place.point == str(gazetteer.commune("39198").point)
    assert (place.departement, place.precision) == ("39", Precision.COMMUNE)


def test_a_point_placed_by_hand_stays_when_the_commune_changes(place_model):
    place = place_model(commune_code="25241", point=ELSEWHERE)
    place.clean()
    place.commune_code = "39198"
    place.clean()
    assert (place.point, place.precision) == (ELSEWHERE, Precision.ADDRESS)


def test_a_point_moved_by_hand_from_the_commune_becomes_an_address(place_model):
    place = place_model(commune_code="25241")
    place.clean()
    place.point = ELSEWHERE
    place.clean()
    assert (place.point, place.precision) == (ELSEWHERE, Precision.ADDRESS)


def test_emptying_the_point_returns_to_the_commune(place_model):
    place = place_model(commune_code="25241", point=ELSEWHERE)
    place.clean()
    place.point = ""
    place.clean()
    assert place.precision == Precision.COMMUNE


def test_removing_commune_and_point_clears_all(place_model):
    place = place_model(commune_code="25241", point=ELSEWHERE)
    place.clean()
    place.commune_code = place.point = ""
    place.full_clean()
    derived = (place.departement, place.epci, place.longitude, place.latitude, place.precision)
    assert derived == ("", "", None, None, "")


def test_removing_the_commune_takes_its_own_point_away(place_model):
    place = place_model(commune_code="25241")
    place.clean()
    place.commune_code = ""
    place.clean()
    assert (place.point, place.has_point) == ("", False)


def test_an_unknown_commune_is_refused(place_model):
    with pytest.raises(ValidationError) as refusal:
        place_model(commune_code="75056").full_clean()
    assert set(refusal.value.message_dict) == {"commune_code"}


@pytest.mark.parametrize("point", ["junk", "SRID=4326;POINT(1e-05 47)", "SRID=4326;POINT(6 999)"])
def test_a_point_that_cannot_be_read_is_refused(place_model, point):
    with pytest.raises(ValidationError) as refusal:
        place_model(point=point).full_clean()
    assert set(refusal.value.message_dict) == {"point"}


@pytest.mark.django_db
def test_saving_derives_what_cleaning_would(place_model):
    place = place_model.objects.create(commune_code="25241")
    stored = place_model.objects.get(pk=place.pk)
    assert (stored.departement, stored.precision) == ("25", "commune")
    assert isinstance(stored.location, Point)


@pytest.mark.django_db
def test_the_stored_point_of_a_commune_moves_after_a_reload(place_model):
    place_model.objects.create(name="a", commune_code="25241")
    place = place_model.objects.get(name="a")
    place.commune_code = "21231"
    place.save()
    assert place.precision == Precision.COMMUNE
    assert place.latitude == place.commune.point.as_decimals()[1]


@pytest.mark.django_db
def test_saving_bad_data_keeps_it_and_leaves_the_derived_fields_empty(place_model):
    place = place_model.objects.create(commune_code="00000", point="junk")
    stored = place_model.objects.get(pk=place.pk)
    assert (stored.commune_code, stored.point) == ("00000", "junk")
    assert (stored.departement, stored.epci, stored.latitude) == ("", "", None)
    assert stored.precision == ""


@pytest.mark.django_db
def test_a_code_that_no_longer_exists_leaves_the_point_alone(place_model):
    place = place_model.objects.create(commune_code="25241")
    point = place.point
    place.commune_code = "25999"
    place.save()
    assert (place.point, place.has_point, place.departement) == (point, True, "")


@pytest.mark.django_db
def test_a_partial_save_of_the_commune_saves_what_follows(place_model):
    place = place_model.objects.create(commune_code="25241")
    place.commune_code = "21231"
    place.save(update_fields=["commune_code"])
    stored = place_model.objects.get(pk=place.pk)
    assert (stored.departement, stored.point) == ("21", str(place.commune.point))


@pytest.mark.django_db
def test_a_partial_save_of_something_else_saves_only_that(place_model):
    place = place_model.objects.create(commune_code="25241", name="a")
    place.name, place.commune_code = "b", "21231"
    place.save(update_fields=["name"])
    stored = place_model.objects.get(pk=place.pk)
    assert (stored.name, stored.commune_code, stored.departement) == ("b", "25241", "25")


def test_coordinates_are_indexed_together(place_model):
    assert ["latitude", "longitude"] in [index.fields for index in place_model._meta.indexes]
    assert place_model.check() == []


@isolate_apps("hub.territory")
def test_a_model_that_lost_the_index_is_reported():
    class Unindexed(PlacedMixin):
        class Meta:
            app_label = "territory"

    assert [message.id for message in Unindexed.check()] == ["hub.E201"]
    assert issubclass(Unindexed, models.Model)


@pytest.mark.parametrize(
    ("point", "given", "kept"),
    [
        ("SRID=4326;POINT(6.1 47.1)", "", "main"),
        ("SRID=4326;POINT(6.1 47.1)", "commune", "main"),
        ("SRID=4326;POINT(6.1 47.1)", "adresse", "adresse"),
        ("SRID=4326;POINT(6.1 47.1)", "rue", "rue"),
        ("", "adresse", "commune"),
        ("illisible", "main", ""),
    ],
)
def test_where_a_point_comes_from_never_contradicts_its_precision(place_model, point, given, kept):
    place = place_model(commune_code="25241", point=point, point_source=given)
    place.derive_place()
    assert place.point_source == kept
