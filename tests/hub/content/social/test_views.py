"""A card is served as long as the public may see its page, and drawn once."""

import datetime

import pytest
from django.core.files.storage import default_storage
from wagtail.models import Page, PageViewRestriction

from hub.content.models import SiteIdentity
from hub.content.social import storage
from hub.content.social.card import card_of_page, card_of_site
from tests import factories
from tests.page_types import PAGE_TYPES
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def fiche(home):
    return factories.InitiativePageFactory(title="Les Tisserands", slug="les-tisserands")


def card_of(page):
    return card_of_page(page, SiteIdentity.for_site(page.get_site()), None)


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_every_page_announces_an_image_that_exists(client, home, name):
    make, _ = PAGE_TYPES[name]
    markup = Markup(client.get(make().url).content.decode())
    address = markup.meta("og:image")
    assert address.startswith("http://localhost/partage/")
    assert (markup.meta("og:image:width"), markup.meta("og:image:height")) == ("1200", "630")
    assert "Rally’nov" in markup.meta("og:image:alt")
    response = client.get(address.removeprefix("http://localhost"))
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")


@pytest.mark.parametrize("path", ["/plan-du-site/", "/accessibilite/", "/vocabulaires/theme/"])
def test_what_is_not_in_the_tree_announces_the_card_of_the_site(client, home, path):
    markup = Markup(client.get(path).content.decode())
    address = card_of_site(SiteIdentity.for_site(home.get_site()), None).address
    assert markup.meta("og:image") == f"http://localhost{address}"
    assert client.get(address).content.startswith(b"\xff\xd8")


def test_a_card_may_be_kept_for_ever_and_can_run_nothing(client, fiche):
    response = client.get(card_of(fiche).address)
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.cookies == {}


def test_a_card_is_drawn_once(client, fiche, monkeypatch):
    first = client.get(card_of(fiche).address).content
    monkeypatch.setattr(storage, "draw", lambda card: pytest.fail("drawn again"))
    assert client.get(card_of(fiche).address).content == first


def test_a_file_that_is_half_written_is_not_served(client, fiche):
    card = card_of(fiche)
    whole = client.get(card.address).content
    with default_storage.open(card.file_name, "wb") as file:
        file.write(whole[:500])
    assert client.get(card.address).content == whole


def test_an_old_address_leads_to_the_card_of_today_and_nothing_is_drawn(client, fiche):
    old = card_of(fiche).address
    type(fiche).objects.filter(pk=fiche.pk).update(title="Autre")
    fiche.refresh_from_db()
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (302, card_of(fiche).address)
    assert not default_storage.exists(f"partage/{fiche.uid}")


def test_an_unknown_address_draws_nothing(client, fiche):
    assert client.get("/partage/initiatives/inconnue-0123456789abcdef.jpg").status_code == 404
    assert client.get("/partage/les-tisserands-0123456789abcdef.jpg").status_code == 404
    assert client.get("/partage/0123456789abcdef.jpg").status_code == 302
    assert not default_storage.exists("partage")


def test_a_draft_an_expired_and_a_private_page_have_no_card(client, fiche):
    address = card_of(fiche).address
    assert client.get(address).status_code == 200
    found = Page.objects.filter(pk=fiche.pk)
    found.update(live=False)
    assert client.get(address).status_code == 404
    found.update(live=True, expire_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    assert client.get(address).status_code == 404
    found.update(expire_at=None)
    PageViewRestriction.objects.create(page=fiche, restriction_type="login")
    assert client.get(address).status_code == 404


def test_stored_cards_are_not_served_as_media(client, fiche):
    card = card_of(fiche)
    client.get(card.address)
    assert client.get(f"/media/{card.file_name}").status_code == 404


def test_the_image_chosen_by_the_editor_comes_first(client, home):
    image = factories.ImageFactory(description="Un atelier", file__width=1300, file__height=800)
    page = factories.StandardPageFactory(social_image=image)
    markup = Markup(client.get(page.url).content.decode())
    assert markup.meta("og:image").startswith("http://localhost/media/images/")
    assert markup.meta("og:image:alt") == "Un atelier"
