"""The cards of links to territories."""

import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
PAGES = ["/territoires/", "/territoires/25/", "/territoires/200068070/", "/carte/"]


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def card_of(client, address):
    [image] = Markup(client.get(address).content.decode()).all("meta", property="og:image")
    return re.sub(r"^http://[^/]+", "", image["content"])


@pytest.mark.parametrize("address", PAGES)
def test_a_shared_link_shows_a_map(client, home, search_index, address):
    response = client.get(card_of(client, address))
    assert response.headers["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)


def test_each_page_has_a_card_of_its_own(client, home, search_index):
    assert len({card_of(client, address) for address in PAGES}) == len(PAGES)


@pytest.mark.parametrize("address", PAGES)
def test_the_address_of_a_former_card_leads_to_that_of_today(client, home, search_index, address):
    card = card_of(client, address)
    former = re.sub(r"[0-9a-f]{16}", "0" * 16, card)
    assert client.get(former).headers["Location"] == card


@pytest.mark.parametrize("address", PAGES)
def test_who_publishes_the_site_is_asked_once_for_a_page_and_its_card(
    client, home, search_index, address
):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    asked = [one["sql"] for one in queries if 'FROM "content_siteidentity"' in one["sql"]]
    assert len(asked) == 1, asked


@pytest.mark.parametrize("code", ["99", "inconnu", "carte"])
def test_what_is_no_territory_has_no_card(client, home, code):
    assert client.get(f"/territoires/{code}-{'0' * 16}.jpg").status_code == 404
