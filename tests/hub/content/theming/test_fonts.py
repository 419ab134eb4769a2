"""A font of the programme is checked, kept under its content, and served inert."""

import pytest
from django.core.exceptions import ValidationError

from hub.content.models import SiteTheme
from hub.content.theming.fonts import FontStorage, validate_font
from tests.hub.content.theming.woff2 import upload, woff2

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (woff2(100_001), "pèse 100"),
        (b"wOFF" + woff2()[4:], "n’est pas une police WOFF2"),
        (b"<script>alert(1)</script>" + b" " * 60, "n’est pas une police WOFF2"),
        (b"wOF2", "n’est pas une police WOFF2"),
        (woff2()[:-20], "incomplet"),
    ],
)
def test_what_is_not_a_light_woff2_file_is_refused(content, reason):
    with pytest.raises(ValidationError, match=reason):
        validate_font(upload(content))


def test_a_font_of_100_kilobytes_is_accepted():
    validate_font(upload(woff2(100_000)))


def test_a_font_that_left_the_disk_is_refused_and_not_an_error(home):
    theme = SiteTheme(site=home.get_site(), title_font_file="fonts/absente.woff2")
    with pytest.raises(ValidationError, match="disparu"):
        theme.full_clean()


def test_a_font_is_kept_under_its_content_whatever_its_name(home):
    storage = FontStorage()
    content = woff2(fill=b"a")
    names = {storage.save("fonts/x", upload(content, name)) for name in ("a.woff2", "../../b.html")}
    assert len(names) == 1
    assert storage.save("fonts/x", upload(woff2(fill=b"b"))) not in names


def test_a_font_is_served_for_ever_with_its_type(client, home):
    content = woff2(fill=b"c")
    theme = SiteTheme.objects.create(site=home.get_site(), title_font_file=upload(content))
    response = client.get(theme.title_font_file.url)
    assert b"".join(response.streaming_content) == content
    assert response["Content-Type"] == "font/woff2"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert "immutable" in response["Cache-Control"]
    assert response.cookies == {}


@pytest.mark.parametrize("name", ["0" * 20, "..%2fhub", "x" * 20, ""])
def test_another_font_is_not_found(client, home, name):
    assert client.get(f"/apparence/polices/{name}.woff2").status_code == 404
