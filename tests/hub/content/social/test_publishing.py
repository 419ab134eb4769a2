"""Cards follow the life of their page."""

import pytest
from django.core.files.storage import default_storage

from hub.content.models import SiteIdentity
from hub.content.social import publishing
from hub.content.social.card import card_of_page
from hub.content.social.storage import file_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def card_of(page):
    return card_of_page(page, SiteIdentity.for_site(page.get_site()), None)


def stored(page):
    folder = f"partage/{page.uid}"
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


def test_a_worker_draws_the_card_of_a_published_page(
    home, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(publishing, "has_worker", lambda: True)
    page = factories.StandardPageFactory()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    page.refresh_from_db()
    assert stored(page) == [f"{card_of(page).digest}.jpg"]


def test_without_a_worker_nobody_waits_for_a_drawing(home, django_capture_on_commit_callbacks):
    page = factories.StandardPageFactory()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert stored(page) == []


def test_a_new_card_takes_the_place_of_the_old_one(home):
    page = factories.StandardPageFactory(title="Avant")
    file_of(card_of(page))
    page.title = "Après"
    file_of(card_of(page))
    assert stored(page) == [f"{card_of(page).digest}.jpg"]


def test_a_draft_gets_no_card(home):
    page = factories.StandardPageFactory(live=False)
    publishing.make_card.func(page.pk)
    assert stored(page) == []


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_the_cards_of_a_page_go_with_it(home, end, django_capture_on_commit_callbacks):
    page = factories.StandardPageFactory()
    file_of(card_of(page))
    with django_capture_on_commit_callbacks(execute=True):
        getattr(page, end)()
    assert stored(page) == []
