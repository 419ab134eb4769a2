"""An editor finds a fiche in its list, with Chromium."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.accessibility.test_axe import TAGS, run_axe

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def listing(editor_page, live_server):
    """The list of fiches, of which one is in the Doubs."""
    theme = factories.TermFactory(name="Semaine de quatre jours")
    doubs = factories.InitiativePageFactory(
        title="Préparer des légumes", commune_code="25241", terms=[theme]
    )
    factories.VerificationFactory(initiative=doubs)
    factories.PrizeResultFactory(initiative=doubs)
    factories.InitiativePageFactory(title="Décider ensemble", commune_code="21231")
    editor_page.goto(f"{live_server.url}/admin/account/")
    editor_page.get_by_role("button", name="Contenus").click()
    editor_page.get_by_role("link", name="Fiches", exact=True).click()
    expect(editor_page.locator("table.listing")).to_contain_text("Décider ensemble")
    return editor_page


def test_a_fiche_is_found_by_its_departement(listing):
    listing.get_by_role("button", name="Afficher les filtres").click()
    listing.get_by_role("button", name="Département").click()
    listing.get_by_role("checkbox", name="Doubs", exact=True).check()
    table = listing.locator("table.listing")
    expect(table).not_to_contain_text("Décider ensemble")
    expect(table).to_contain_text("Préparer des légumes")
    assert "departement=25" in listing.url


@pytest.mark.parametrize("width", [1280, 768])
def test_no_rule_of_accessibility_is_broken_in_the_list(listing, width):
    listing.set_viewport_size({"width": width, "height": 900})
    expect(listing).to_have_title(re.compile("Fiches"))
    assert run_axe(listing, runOnly=TAGS)["broken"] == []
