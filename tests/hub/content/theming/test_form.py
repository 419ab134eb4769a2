"""The admin refuses what could not be read, and says what to do."""

from html import unescape

import pytest
from django.urls import reverse

from hub.content.models import SiteTheme
from tests.hub.content.theming.woff2 import upload, woff2

pytestmark = pytest.mark.django_db
COLOURS = ["main_colour", "second_colour", "highlight_colour", "ground_colour"]


@pytest.fixture
def address(client, editor, home):
    client.force_login(editor)
    return reverse("wagtailsettings:edit", args=["content", "sitetheme", home.get_site().pk])


def post(client, address, **values):
    blank = dict.fromkeys(COLOURS, "")
    fonts = {"title_font": "bricolage", "text_font": "source-sans", "radius": "arrondis"}
    response = client.post(address, {**blank, **fonts, **values})
    return response.status_code, unescape(response.content.decode())


def test_the_form_shows_the_measured_contrasts(client, address):
    text = unescape(client.get(address).content.decode())
    assert "Apparence" in text
    assert "Lien sur le fond de page" in text
    assert "8,32" in text
    assert "Thème sombre" in text


def test_an_empty_form_is_the_look_of_the_site(client, address):
    assert post(client, address)[0] == 302
    assert SiteTheme.objects.get().palette == {"light": {}, "dark": {}}


def test_good_colours_are_saved_with_those_deduced(client, address):
    assert post(client, address, main_colour="#0057B8", ground_colour="#ffffff")[0] == 302
    theme = SiteTheme.objects.get()
    assert theme.main_colour == "#0057B8"
    assert theme.palette["light"]["accent"] == "#0057b8"


def test_a_contrast_that_fails_is_refused_in_french_with_a_remedy(client, address):
    status, text = post(client, address, main_colour="#ff6600")
    assert status == 200
    assert "2,48 au lieu de 4,5" in text
    assert "#be3900" in text
    assert SiteTheme.objects.get().main_colour == ""


@pytest.mark.parametrize("name", COLOURS)
@pytest.mark.parametrize(
    "value", ["red", "red;}b{", "</style>", "url(//e)", "8a1f45", "#8a1", "#8a1f45;x"]
)
def test_what_is_not_a_colour_is_refused(client, address, name, value):
    status, text = post(client, address, **{name: value})
    assert status == 200
    assert "hexadécimaux" in text or "plus de 7" in text or "au plus 7 caractères" in text
    assert getattr(SiteTheme.objects.get(), name) == ""


def test_a_null_character_is_refused(client, address):
    assert post(client, address, main_colour="#8a1f\0")[0] == 200
    assert SiteTheme.objects.get().main_colour == ""


def test_a_font_is_uploaded_and_used(client, address):
    file = upload(woff2(fill=b"e"))
    assert post(client, address, text_font="propre", text_font_file=file)[0] == 302
    assert SiteTheme.objects.get().text_font_file.name.startswith("fonts/")
    assert client.get(address).status_code == 200


def test_a_file_that_is_not_a_font_is_refused(client, address):
    file = upload(b"<svg onload=alert(1)>" * 9, "police.woff2")
    status, text = post(client, address, text_font="propre", text_font_file=file)
    assert status == 200
    assert "n’est pas une police WOFF2" in text


def test_a_font_of_the_programme_needs_its_file(client, address):
    status, text = post(client, address, title_font="propre")
    assert status == 200
    assert "Déposez le fichier de la police" in text


@pytest.mark.parametrize("name", ["title_font", "radius"])
def test_a_choice_that_does_not_exist_is_refused(client, address, name):
    assert post(client, address, **{name: "x;}body{"})[0] == 200


def test_who_is_not_signed_in_sees_nothing(client, home):
    address = reverse("wagtailsettings:edit", args=["content", "sitetheme", home.get_site().pk])
    assert client.get(address).status_code == 302
