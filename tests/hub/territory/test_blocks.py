import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from hub.content.blocks.testing import api_form
from hub.territory.blocks import PointBlock
from hub.territory.point import Point

FLAGEY = Point(6.0899, 47.0562)
WRITTEN = "SRID=4326;POINT(6.0899 47.0562)"


class Stream(blocks.StreamBlock):
    point = PointBlock()


@pytest.mark.parametrize("stored", ["", None, "junk", {}, {"lat": "47", "lng": "6"}, 12])
def test_what_is_stored_and_cannot_be_read_is_no_point(stored):
    assert PointBlock().to_python(stored) is None


def test_a_page_whose_draft_holds_an_empty_point_opens_again():
    stream = Stream().to_python([{"type": "point", "value": "", "id": "1"}])
    assert stream[0].value is None
    assert Stream().get_form_state(stream)[0]["value"] is None
    assert stream.render_as_block()


def test_a_point_is_stored_as_it_is_written():
    block = PointBlock()
    assert block.get_prep_value(FLAGEY) == WRITTEN
    assert block.to_python(WRITTEN) == FLAGEY
    assert block.get_prep_value(None) is None


def test_a_posted_point_is_read_and_cleaned():
    block = PointBlock()
    posted = block.value_from_datadict({"p": WRITTEN}, {}, "p")
    assert block.clean(posted) == FLAGEY


def test_a_required_point_is_required():
    with pytest.raises(ValidationError):
        PointBlock().clean(None)


def test_an_optional_point_is_optional_and_its_help_is_shown():
    block = PointBlock(required=False, help_text="Où ?")
    assert block.clean(block.value_from_form("")) is None
    assert not block.required
    assert block.field.help_text == "Où ?"


def test_a_draft_may_lack_a_required_point():
    block = PointBlock()
    block.defer_required_validation()
    assert block.clean(None) is None
    block.restore_deferred_validation()
    assert block.required


@pytest.mark.parametrize("text", ["junk", "SRID=4326;POINT(1e-05 47)", "SRID=4326;POINT(6 999)"])
def test_a_bad_point_is_refused_and_shown_again(text):
    block = PointBlock(required=False)
    value = block.value_from_form(text)
    with pytest.raises(ValidationError):
        block.clean(value)
    assert block.get_form_state(value) == text


def test_a_new_block_holds_no_phantom_point():
    assert PointBlock().get_default() is None
    assert PointBlock().get_form_state(None) is None


def test_the_api_gives_numbers():
    block = PointBlock()
    assert api_form(block, FLAGEY) == {"longitude": 6.0899, "latitude": 47.0562}
    assert api_form(block, None) is None


def test_the_page_shows_coordinates_in_text():
    html = PointBlock().render(FLAGEY)
    assert "47,0562°\u00a0N, 6,0899°\u00a0E" in html
    assert 'value="47.056200,6.089900"' in html


def test_the_page_shows_nothing_for_no_point():
    assert PointBlock().render(None).strip() == ""


def test_the_block_is_described_and_previewed_in_french():
    block = PointBlock()
    block.set_name("point")
    assert block.label == "Point sur la carte"
    assert block.meta.icon == "site"
    assert block.get_description()
    assert "Coordonnées" in block.render(block.get_preview_value())


def test_a_written_default_is_read():
    assert PointBlock(default=WRITTEN).get_default() == FLAGEY
