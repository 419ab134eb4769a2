"""Security headers of the public site, of the admin and of previews."""

import pytest

from hub.security import tile_hosts
from tests import factories

pytestmark = pytest.mark.django_db


def directives(response):
    policy = response["Content-Security-Policy"]
    return {
        name: values.split()
        for name, _, values in (part.strip().partition(" ") for part in policy.split(";"))
    }


def test_the_public_policy_allows_our_files_and_the_player_after_a_click(client, home):
    policy = directives(client.get("/"))
    assert policy["default-src"] == ["'self'"]
    assert policy["script-src"] == ["'self'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["frame-src"] == ["'self'", "https://www.youtube-nocookie.com"]
    assert policy["frame-ancestors"] == ["'none'"]


def test_a_page_that_does_not_exist_is_as_strict(client, home):
    assert directives(client.get("/rien/"))["script-src"] == ["'self'"]


def test_the_admin_may_run_its_inline_scripts(client, editor):
    client.force_login(editor)
    policy = directives(client.get("/admin/"))
    assert "'unsafe-inline'" in policy["script-src"]
    assert policy["frame-ancestors"] == ["'self'"]


def test_a_preview_is_the_public_page_in_a_frame_of_ours(home):
    response = factories.StandardPageFactory().make_preview_request()
    policy = directives(response)
    assert policy["script-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'self'"]


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("", []),
        ("https://{s}.tuiles.example.org/{z}/{x}/{y}.png", ["https://*.tuiles.example.org"]),
        ("https://tuiles.example.org/{z}/{x}/{y}.png", ["https://tuiles.example.org"]),
    ],
)
def test_the_host_of_the_tiles_joins_the_policy_of_the_editor(settings, address, hosts):
    settings.HUB_TILE_URL = address
    assert tile_hosts() == hosts


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_a_page_carries_the_usual_headers(client, home, header, value):
    assert client.get("/")[header] == value


def test_a_page_asks_for_no_sensor(client, home):
    assert "camera=()" in client.get("/")["Permissions-Policy"]
