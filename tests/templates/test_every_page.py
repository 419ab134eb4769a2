"""Promises that every public page keeps, whatever its type."""

import pytest
from django.urls import reverse

from tests import factories
from tests.page_types import PAGE_TYPES
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db


def address_of_every_page():
    """Return the addresses of one page of each type, filled, and of what is not in the tree."""
    pages = []
    for make, fill in PAGE_TYPES.values():
        page = make()
        fill(page, 1)
        pages.append(page.url)
    term, organisation = factories.TermFactory(), factories.OrganisationFactory()
    others = [reverse("accessibility"), reverse("site_plan"), reverse("vocabulary", args=["theme"])]
    others += [reverse("territories"), reverse("territory", args=["25"])]
    return [*pages, *others, term.get_absolute_url(), organisation.get_absolute_url()]


def test_markup_is_well_formed_and_structured(client, home):
    faults = {
        address: Markup(client.get(address).content.decode()).structure_faults
        for address in address_of_every_page()
    }
    assert {address: found for address, found in faults.items() if found} == {}


def test_titles_descriptions_and_canonical_addresses_tell_the_pages_apart(client, home):
    pages = {
        address: Markup(client.get(address).content.decode()) for address in address_of_every_page()
    }
    canonical = {one.all("link", rel="canonical")[0]["href"] for one in pages.values()}
    assert canonical == {f"http://localhost{address}" for address in pages}
    for markup in pages.values():
        assert markup.meta("og:locale") == "fr_FR"
        assert markup.meta("og:title")
        assert markup.meta("og:url") in canonical
        assert markup.meta("twitter:card") == "summary_large_image"


def test_structured_data_parses_and_says_the_way_to_the_page(client, home):
    for address in address_of_every_page():
        blocks = Markup(client.get(address).content.decode()).data_blocks
        kinds = [block["@type"] for block in blocks]
        assert all(block["@context"] == "https://schema.org" for block in blocks)
        assert ("BreadcrumbList" in kinds) is (address != "/"), address


def test_every_page_says_how_accessible_it_is_and_has_its_skip_links(client, home):
    for address in address_of_every_page():
        page = client.get(address).content.decode()
        assert "Accessibilité&nbsp;: non conforme" in page
        markup = Markup(page)
        ids = {given["id"] for _, given in markup.tags if "id" in given}
        skips = [link["href"] for link in markup.all("a") if link["href"].startswith("#")][:3]
        assert skips == ["#contenu", "#menu", "#recherche"]
        assert {skip[1:] for skip in skips} <= ids


def test_the_script_of_the_player_comes_only_with_a_video(client, home):
    video = factories.VideoPageFactory()
    assert "video/player.js" in client.get(video.url).content.decode()
    assert "video/player.js" not in client.get(factories.StandardPageFactory().url).content.decode()
