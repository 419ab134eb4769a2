import json
import re
from html import unescape

import pytest
from django.contrib.staticfiles import finders
from wagtail.admin.telepath import JSContext

from hub.territory.widgets import CommuneWidget, PointWidget


def options_of(html):
    return json.loads(unescape(re.search(r'options-value="([^"]*)"', html)[1]))


@pytest.fixture
def html():
    return PointWidget(commune_field="commune_code").render("point", None, {"id": "id_point"})


def test_every_file_comes_from_our_host_with_leaflet_before_its_users():
    media = PointWidget().media
    assert media._js[0] == "vendor/leaflet/leaflet.js"
    assert media._js[-2:] == ["territory/point-field.js", "territory/address-lookup.js"]
    assert "//" not in "".join([*media._js, *media._css["all"]])


@pytest.mark.parametrize("widget", [PointWidget, CommuneWidget])
def test_every_file_of_the_widgets_exists(widget):
    media = widget().media
    for path in [*media._js, *media._css["all"]]:
        assert finders.find(path), path


def test_the_marker_images_are_given_by_their_static_address(html):
    icons = options_of(html)["icons"]
    assert set(icons) == {"iconUrl", "iconRetinaUrl", "shadowUrl"}
    for address in icons.values():
        assert address.startswith("/static/vendor/leaflet/images/")
        assert finders.find(address.removeprefix("/static/"))


def test_no_point_is_no_value(html):
    hidden = re.search(r'<input type="hidden"[^>]*>', html)[0]
    assert "value" not in hidden


def test_the_map_opens_inside_the_region(html):
    centre = options_of(html)["defaultLocation"]
    assert 46.1 < centre["lat"] < 48.5
    assert 2.8 < centre["lng"] < 7.2


def test_no_address_leaves_our_host_unless_tiles_are_set(html, settings):
    assert "http" not in unescape(html)
    settings.HUB_TILE_URL = "https://tiles.example/{z}/{x}/{y}.png"
    settings.HUB_TILE_ATTRIBUTION = "IGN"
    options = PointWidget().map_options()
    assert options["tileLayer"] == "https://tiles.example/{z}/{x}/{y}.png"
    assert options["tileLayerOptions"] == {"attribution": "IGN"}


def test_the_visible_coordinates_are_what_the_label_points_at(html):
    assert PointWidget().id_for_label("id_point") == "id_point_latlng"
    visible = re.findall(r"<input[^>]*>", html)[1]
    assert 'id="id_point_latlng"' in visible
    assert 'type="text"' in visible
    assert 'aria-label="Point sur la carte' in visible


def test_help_and_error_describe_the_visible_input():
    attrs = {"id": "id_point", "aria-describedby": "help", "aria-invalid": "true"}
    html = PointWidget().render("point", "junk", attrs)
    hidden, visible = re.findall(r"<input[^>]*>", html)
    assert "aria-" not in hidden
    assert 'aria-describedby="help"' in visible
    assert 'aria-invalid="true"' in visible


def test_the_strings_of_the_map_are_french(html):
    translations = options_of(html)["translations"]
    assert translations["error_message_invalid_location"].startswith("Coordonnées invalides")
    assert translations["initialize_map"] == "Cliquez ici pour ouvrir la carte"


def test_the_widget_serves_blocks_by_the_plain_adapter():
    packed = JSContext().pack(PointWidget())
    assert packed["_type"] == "wagtail.widgets.Widget"
    assert 'data-controller="territory-point"' in packed["_args"][0]


def test_the_controllers_of_the_parent_are_not_started(html):
    assert 'data-controller="leaflet-field"' not in html
