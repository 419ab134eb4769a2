"""Setting up a site makes what it needs, once."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from home.models import HomePage, StandardPage
from home.site_tree import set_up_site
from hub.content.models import SiteIdentity

pytestmark = pytest.mark.django_db


def counted():
    return (Page.objects.count(), Redirect.objects.count(), Site.objects.count())


def test_a_new_site_has_its_tree_its_menu_and_its_legal_pages(client):
    set_up_site()
    for path in (
        "/", "/initiatives/", "/laureats/", "/evenements/", "/videos/", "/publications/",
        "/themes/", "/contact/", "/signaler-une-initiative/", "/ressources/",
        "/mentions-legales/", "/donnees-personnelles/",
    ):  # fmt: skip
        assert client.get(path).status_code == 200, path
    assert "Mentions légales" in client.get("/").content.decode()


def test_the_welcome_page_of_wagtail_is_gone():
    home = set_up_site()
    assert Page.objects.filter(depth=2).get() == home.page_ptr


def test_setting_up_twice_doubles_nothing():
    set_up_site()
    before = counted()
    set_up_site()
    assert counted() == before


def test_what_an_editor_changed_stays_and_what_was_deleted_does_not_come_back():
    set_up_site()
    StandardPage.objects.get(slug="ressources").delete()
    contact = StandardPage.objects.get(slug="contact")
    contact.slug, contact.title = "nous-ecrire", "Nous écrire"
    contact.save()
    identity = SiteIdentity.objects.get()
    identity.name = "Autre programme"
    identity.save()
    set_up_site()
    assert not StandardPage.objects.filter(slug__in=["ressources", "contact"]).exists()
    assert StandardPage.objects.get(slug="nous-ecrire").title == "Nous écrire"
    assert SiteIdentity.objects.get().name == "Autre programme"


def test_the_site_follows_its_public_address(settings):
    set_up_site()
    settings.HUB_URL = "https://www.example.org"
    home = set_up_site()
    site = Site.objects.get()
    assert (site.hostname, site.port, site.root_page_id) == ("www.example.org", 443, home.pk)


def test_a_page_that_already_stands_at_an_address_is_adopted():
    home = set_up_site()
    assert HomePage.objects.get() == home
    assert StandardPage.objects.filter(slug="contact").count() == 1


def test_old_addresses_lead_to_the_new_ones(client):
    set_up_site()
    response = client.get("/toutes-les-is.html?no_cache=1")
    assert (response.status_code, response["Location"]) == (301, "/initiatives/")
