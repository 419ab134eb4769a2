"""The style guide shows every component and block, on an empty site too, and to nobody else."""

import importlib

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, clear_url_caches, reverse

from hub.content.styleguide.specimen import Place, specimens, streams
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
COMPONENTS = sorted(
    path.stem for path in (settings.BASE_DIR / "templates" / "components").glob("*.html")
)
SPECIMENS = specimens()


def own_addresses():
    """Return the addresses of the guide: the index, the blocks, each component, each variant."""
    addresses = [reverse("styleguide:index"), reverse("styleguide:blocks")]
    for specimen in SPECIMENS:
        addresses.append(reverse("styleguide:component", args=[specimen.name]))
        if specimen.place is not Place.TOGETHER:
            addresses += [
                reverse("styleguide:variant", args=[specimen.name, one.slug])
                for one in specimen.variants
            ]
    return addresses


def test_every_component_has_a_specimen_and_the_reverse():
    assert [one.name for one in SPECIMENS] == COMPONENTS


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda one: one.name)
def test_every_specimen_renders_in_all_its_states(specimen):
    assert specimen.inputs
    shown = [variant.html for variant in specimen.variants]
    assert any(html.strip() for html in shown)
    slugs = [variant.slug for variant in specimen.variants]
    assert len(slugs) == len(set(slugs))


def test_every_block_of_every_composition_is_shown(client, home):
    text = client.get(reverse("styleguide:blocks")).content.decode()
    for stream in streams():
        for name in set(stream().child_blocks) - {"unavailable"}:
            assert f'id="bloc-{name}"' in text


def test_every_page_of_the_guide_is_well_formed_and_unlisted(client, home):
    faults = {}
    for address in own_addresses():
        response = client.get(address)
        assert response.status_code == 200, address
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        faults[address] = Markup(response.content.decode()).structure_faults
    assert {address: found for address, found in faults.items() if found} == {}


def test_specimens_write_nothing_and_ask_next_to_nothing(home):
    with CaptureQueriesContext(connection) as captured:
        for specimen in SPECIMENS:
            assert len([variant.html for variant in specimen.variants]) == len(specimen.make())
    asked = [query["sql"] for query in captured.captured_queries]
    assert [sql for sql in asked if "wagtailcore_site" not in sql] == []


def test_no_page_leads_to_the_guide(client, home):
    assert "styleguide" not in client.get("/").content.decode()
    assert "styleguide" not in client.get("/sitemap.xml").content.decode()


@pytest.mark.parametrize("path", ["/styleguide/inconnu/", "/styleguide/contact/inconnu/"])
def test_what_the_guide_does_not_know_is_not_found(client, home, path):
    assert client.get(path).status_code == 404


def test_without_the_setting_the_guide_has_no_address(client, home):
    addresses = importlib.import_module("hub.urls")
    try:
        with override_settings(HUB_STYLEGUIDE=False):
            importlib.reload(addresses)
            clear_url_caches()
            assert client.get("/styleguide/").status_code == 404
            with pytest.raises(NoReverseMatch):
                reverse("styleguide:index")
    finally:
        importlib.reload(addresses)
        clear_url_caches()
