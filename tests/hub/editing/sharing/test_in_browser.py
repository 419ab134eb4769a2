"""A draft is shown to an outsider, then no more, with Chromium."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.accessibility.test_axe import TAGS, run_axe
from tests.hub.editing.sharing.conftest import draft_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_an_editor_shares_a_draft_and_takes_it_back(browser, editor_page, live_server):
    factories.HomePageFactory()
    fiche = draft_of(factories.InitiativePageFactory())
    editor_page.goto(f"{live_server.url}/admin/pages/{fiche.pk}/edit/")
    editor_page.get_by_role("button", name="Actions", exact=True).first.click()
    editor_page.get_by_role("link", name="Partager un aperçu").click()
    editor_page.get_by_label("Pour qui").fill("Mme Exemple")
    editor_page.get_by_role("button", name="Créer le lien").click()
    expect(editor_page.get_by_role("heading", name="Votre lien est prêt")).to_be_visible()
    address = editor_page.get_by_label("Copiez cette adresse").input_value()

    outsider = browser.new_page(viewport={"width": 360, "height": 800})
    outsider.goto(address)
    banner = outsider.get_by_role("complementary", name="Aperçu")
    expect(banner).to_contain_text("Aperçu d’un brouillon, ne pas diffuser")
    expect(outsider.get_by_role("heading", level=1)).to_have_text("Un titre encore en brouillon")
    assert run_axe(outsider, runOnly=TAGS)["broken"] == []
    outsider.emulate_media(media="print")
    expect(banner).to_be_visible()
    assert outsider.context.cookies() == []

    editor_page.get_by_role("button", name="Révoquer le lien « Mme Exemple »").click()
    expect(editor_page.get_by_text("Aucun lien n’ouvre l’aperçu")).to_be_visible()
    outsider.reload()
    expect(outsider.get_by_role("heading", level=1)).to_have_text("Ce lien n’est plus valable")
    outsider.close()
