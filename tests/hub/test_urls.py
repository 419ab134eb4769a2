"""Fixed addresses: robots, sitemap, icon, errors, old addresses."""

import pytest
from django.test import override_settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests import factories

pytestmark = pytest.mark.django_db


def test_robots_are_sent_to_the_sitemap_and_away_from_the_admin(client, home):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_plan_of_the_site_leaves_out_what_the_public_may_not_see(client, home):
    shown, draft = (factories.StandardPageFactory() for _ in range(2))
    Page.objects.filter(pk=draft.pk).update(live=False)
    text = client.get("/plan-du-site/").content.decode()
    assert f"/{shown.slug}/" in text
    assert f"/{draft.slug}/" not in text


def test_the_icon_is_found_at_the_address_that_old_browsers_ask_for(client, home):
    assert client.get("/favicon.ico")["Location"].endswith("favicon.svg")


def test_a_page_that_does_not_exist_gives_a_way_on(client, home):
    response = client.get("/rien/")
    assert response.status_code == 404
    assert "/plan-du-site/" in response.content.decode()


@override_settings(DEBUG_PROPAGATE_EXCEPTIONS=False)
def test_an_error_of_ours_is_said_without_the_database(client, home, monkeypatch):
    monkeypatch.setattr("home.models.HomePage.serve", lambda *args, **kwargs: 1 / 0)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert 'lang="fr"' in response.content.decode()


def test_an_old_address_with_its_query_leads_to_the_list(client, home):
    Redirect.objects.create(
        old_path=Redirect.normalise_path("/toutes-les-is.html?no_cache=1"),
        redirect_link="/initiatives/",
        is_permanent=True,
    )
    response = client.get("/toutes-les-is.html?no_cache=1")
    assert (response.status_code, response["Location"]) == (301, "/initiatives/")


@pytest.mark.parametrize("path", ["/accessibilite/", "/plan-du-site/", "/robots.txt"])
def test_fixed_addresses_are_only_read(client, home, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/vocabulaires/inconnu/",
        "/vocabulaires/theme/inconnu/",
        "/vocabulaires/inconnu/tms/",
        "/organisations/inconnue/",
        "/illustrations/UN.svg",
        "/%00/",
        "/initiatives/%FF/",
    ],
)
def test_what_does_not_exist_is_not_found(client, home, path):
    assert client.get(path).status_code == 404
