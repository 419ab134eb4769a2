"""Who may show what in a frame: anybody what is made for it, we our previews, nobody the rest."""

import pytest
from django.urls import URLPattern, get_resolver

from hub.contrib.integration.urls import urlpatterns as integration
from tests import factories

pytestmark = pytest.mark.django_db
ANYBODY, OURS, NOBODY = "*", "'self'", "'none'"


@pytest.fixture
def fiche(home, search_index):
    factories.InitiativeIndexPageFactory()
    made = factories.InitiativePageFactory()
    search_index()
    return made


def ancestors(response):
    policy = response.headers["Content-Security-Policy"]
    [found] = [one for one in policy.split("; ") if one.startswith("frame-ancestors ")]
    return found.removeprefix("frame-ancestors ")


def test_any_site_may_frame_what_is_made_for_it(client, fiche):
    for address in (
        "/integration/initiatives/", f"/integration/initiatives/{fiche.uid}/",
        f"/integration/video/{fiche.uid}/",
    ):  # fmt: skip
        response = client.get(address)
        assert ancestors(response) == ANYBODY, address
        assert "X-Frame-Options" not in response.headers, address
        assert "http://testserver" in response.headers["Content-Security-Policy"]
        assert "form-action 'none'" in response.headers["Content-Security-Policy"]


def test_an_editor_who_is_signed_in_sees_the_frame_of_everybody(client, fiche, editor):
    client.force_login(editor)
    response = client.get("/integration/initiatives/")
    assert ancestors(response) == ANYBODY
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]


def test_nobody_may_frame_anything_else(client, fiche):
    path = fiche.get_url()
    addresses = [
        "/", path, f"{path}signaler/", "/initiatives/", "/initiatives/?q=x", "/recherche/",
        "/recherche/suggestions?q=cr", "/carte/", "/carte/points.json", "/initiatives.geojson",
        "/initiatives.csv", "/initiatives.pdf", "/accessibilite/", "/plan-du-site/", "/robots.txt",
        "/sitemap.xml", "/sitemap-pages.xml", "/favicon.ico", "/rien/", "/media/rien.jpg",
        "/documents/1/rien.pdf", "/illustrations/la-creche.svg", "/apercu/rien/", "/territoires/",
        "/admin/login/", "/oembed", f"/oembed?url={fiche.full_url}", "/integration/",
        "/integration/hub.js", "/integration/aller/", "/integration/initiatives/rien/",
    ]  # fmt: skip
    for address in addresses:
        response = client.get(address)
        assert ancestors(response) == (OURS if "/admin/" in address else NOBODY), address
        assert response.headers["X-Frame-Options"] == "DENY", address


def test_no_address_of_the_site_but_those_of_frames_lets_itself_be_framed():
    """Whoever declares a view that anybody may frame says it here too."""

    def patterns(found):
        for one in found:
            yield from [one] if isinstance(one, URLPattern) else patterns(one.url_patterns)

    open_ones = {
        one.name
        for one in patterns(get_resolver().url_patterns)
        if getattr(one.callback, "is_framed_anywhere", False)
    }
    ours = {one.name for one in patterns(integration)}
    assert open_ones == {"initiatives", "page"}
    assert open_ones <= ours


def test_the_frame_of_a_preview_is_ours(client, fiche, editor):
    assert ancestors(fiche.make_preview_request()) == OURS
    client.force_login(editor)
    for address in ("/admin/", f"/admin/pages/{fiche.pk}/edit/", "/"):
        assert ancestors(client.get(address)) == OURS, address
