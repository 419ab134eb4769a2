"""A fiche is deleted by mistake, is gone from the site, and comes back from the bin."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def has_no_defect(page):
    """Check what is ours in the page: its middle."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run('#main')")
    assert [one["id"] for one in found["violations"]] == []


def test_a_fiche_deleted_by_mistake_comes_back(writer, site):
    fiche = factories.InitiativePageFactory(title="La navette du plateau", slug="navette")
    factories.VerificationFactory(initiative=fiche)
    tab, public = writer.page, f"{writer.address}{fiche.url}"

    writer.open(f"/admin/pages/{fiche.pk}/delete/")
    expect(tab.get_by_text("La page quitte le site et reste 30 jours")).to_be_visible()
    has_no_defect(tab)
    tab.get_by_role("button", name="Mettre à la corbeille").click()
    writer.expect_said("est supprimée")
    assert tab.goto(public).status == 404

    writer.open("/admin/")
    writer.follow_menu("Corbeille")
    expect(tab.get_by_role("heading", name="Corbeille")).to_be_visible()
    has_no_defect(tab)
    tab.get_by_role("link", name="Restaurer « La navette du plateau »").click()
    expect(tab.get_by_text("Ce qui était publié l’est de nouveau aussitôt.")).to_be_visible()
    has_no_defect(tab)
    tab.get_by_role("button", name="Restaurer").press("Enter")
    writer.expect_said("est restaurée")
    assert tab.goto(public).status == 200
    expect(tab.get_by_role("heading", level=1)).to_have_text("La navette du plateau")
