"""The admin leads to the page that the public reads."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
THERE = "https://www.example.org"


@pytest.fixture
def fiche(home):
    return factories.InitiativePageFactory(slug="ici")


@pytest.fixture
def read(client, editor):
    client.force_login(editor)
    return lambda name, *key: client.get(reverse(f"wagtailadmin_{name}", args=key)).content.decode()


def test_the_editor_and_the_explorer_show_the_page_at_the_front_end(fiche, read, settings):
    settings.HUB_HEADLESS_URL = THERE
    link = f'href="{THERE}/initiatives/ici/"'
    assert link in read("pages:edit", fiche.pk)
    listed = read("explore", fiche.get_parent().pk)
    assert listed.count(link) >= 2  # its state, and « Voir en ligne »
    assert 'href="/initiatives/ici/"' not in listed


def test_without_a_front_end_they_show_our_own(fiche, read):
    assert 'href="/initiatives/ici/"' in read("pages:edit", fiche.pk)
    assert 'href="/initiatives/ici/"' in read("explore", fiche.get_parent().pk)


def test_only_the_admin_may_frame_the_front_end(client, fiche, read, settings):
    address = reverse("wagtailadmin_pages:edit", args=[fiche.pk])
    assert THERE not in client.get(address)["Content-Security-Policy"]
    settings.HUB_HEADLESS_URL = THERE
    policy = client.get(address)["Content-Security-Policy"]
    assert f"frame-src 'self' https://www.youtube-nocookie.com {THERE};" in f"{policy};"
    assert THERE not in client.get(fiche.url)["Content-Security-Policy"]
    client.logout()
    assert THERE not in client.get(fiche.url)["Content-Security-Policy"]
