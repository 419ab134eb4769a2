"""Placing a fiche in the real editor, with Chromium."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.factories import InitiativePageFactory
from tests.hub.territory.geocoding.stand_in import StandIn

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def fiche():
    return InitiativePageFactory()


@pytest.fixture
def form(editor_page, live_server, fiche):
    """The editor open on a fiche; whatever goes wrong in the page is in `page.complaints`."""
    page = editor_page
    page.complaints = []
    host = urlsplit(live_server.url).netloc

    def on_request(request):
        if request.url.startswith("http") and urlsplit(request.url).netloc != host:
            page.complaints.append(request.url)

    page.on("request", on_request)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(f"{live_server.url}/admin/pages/{fiche.pk}/edit/")
    yield page
    assert page.complaints == []


def pick_flagey(form):
    form.locator("#id_commune_code").press_sequentially("flagey")
    form.get_by_role("option", name="Flagey (Doubs)").click()


def test_nothing_is_stored_nor_shown_before_a_point_is_placed(form):
    expect(form.locator("#id_point_map .leaflet-control-zoom")).to_be_attached()
    expect(form.locator("#id_point")).to_have_value("")
    expect(form.locator("#id_point_latlng")).to_have_value("")
    expect(form.locator(".leaflet-marker-icon")).to_have_count(0)


def test_picking_a_commune_shows_its_marker_from_our_host(form, gazetteer, live_server):
    pick_flagey(form)
    expect(form.locator("#id_commune_code")).to_have_value("Flagey (Doubs)")
    expect(form.locator("#id_point")).to_have_value(str(gazetteer.commune("25241").point))
    marker = form.locator("#id_point_map .leaflet-marker-icon")
    expect(marker).to_have_attribute("src", "/static/vendor/leaflet/images/marker-icon.png")
    assert marker.evaluate("image => image.decode().then(() => image.naturalWidth)") == 25


def test_a_commune_is_picked_by_keyboard_alone(form):
    commune = form.locator("#id_commune_code")
    commune.press_sequentially("flagey")
    expect(form.get_by_role("option", name="Flagey (Doubs)")).to_be_visible()
    expect(commune).to_have_attribute("aria-expanded", "true")
    commune.press("ArrowDown")
    active = commune.get_attribute("aria-activedescendant")
    expect(form.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    commune.press("Enter")
    expect(commune).to_have_value("Flagey (Doubs)")
    expect(commune).to_have_attribute("aria-expanded", "false")


def test_a_marker_placed_by_hand_does_not_follow_the_commune(form):
    form.locator("#id_point_latlng").fill("47,1 5,5")
    expect(form.locator("#id_point")).to_have_value("SRID=4326;POINT(5.5 47.1)")
    pick_flagey(form)
    expect(form.locator("#id_point")).to_have_value("SRID=4326;POINT(5.5 47.1)")


def test_a_click_on_the_map_places_the_point(form):
    form.locator("#id_point_map").click()
    expect(form.locator("#id_point")).to_have_value(
        re.compile(r"^SRID=4326;POINT\([45]\.\d+ 47\.2")
    )
    expect(form.locator("#id_point_latlng")).to_have_value(re.compile(r"^47\.2\d*, [45]\.\d+$"))
    expect(form.locator(".leaflet-marker-icon")).to_have_count(1)


def test_emptying_the_coordinates_takes_the_point_away(form):
    coordinates = form.locator("#id_point_latlng")
    coordinates.fill("47.1, 5.5")
    coordinates.fill("")
    expect(form.locator("#id_point")).to_have_value("")
    expect(form.locator(".leaflet-marker-icon")).to_have_count(0)


def test_unreadable_coordinates_are_told_at_once_and_reach_the_server(form):
    form.locator("#id_point_latlng").fill("vers Ornans")
    expect(form.get_by_text("Coordonnées invalides")).to_be_visible()
    expect(form.locator("#id_point")).to_have_value("vers Ornans")


def look_up(form, address):
    form.locator("#id_address").fill(address)
    form.get_by_role("button", name="Situer l’adresse").click()


def test_an_address_is_situated_by_the_national_geocoder_and_its_precision_is_kept(
    form, fiche, settings
):
    said = form.locator(".territory-lookup [role=status]")
    origin = form.locator(".territory-point__source")
    with StandIn() as geocoder:
        settings.HUB_GEOCODER_URL = geocoder.address
        form.locator("#id_commune_code").fill("Besançon")
        look_up(form, "4 rue de la République")
        expect(said).to_have_text("Point placé\u00a0: 4 Rue de la République 25000 Besançon")
    expect(form.locator("#id_point")).to_have_value("SRID=4326;POINT(6.0263 47.2401)")
    expect(origin).to_contain_text("d’après la Base Adresse Nationale")
    expect(form.locator("#id_point_source")).to_have_value("adresse")
    form.locator("#id_point_latlng").fill("47.25, 6.03")
    expect(origin).to_contain_text("Placé à la main")


def test_without_network_an_address_leads_to_its_commune_and_can_be_emptied(form, gazetteer):
    pick_flagey(form)
    look_up(form, "1 rue Courbet")
    expect(form.get_by_text("voici le point de la commune")).to_be_visible()
    expect(form.locator("#id_point")).to_have_value(str(gazetteer.commune("25241").point))
    expect(form.locator(".territory-point__source")).to_contain_text("À la commune")
    form.locator("#id_point_latlng").fill("")
    expect(form.locator("#id_point_source")).to_have_value("")
    expect(form.locator(".territory-point__source")).to_be_hidden()
