"""The journeys of the door, in a browser: of a visitor without JavaScript, and of staff."""

import datetime
import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.utils import timezone
from playwright.sync_api import expect

from initiatives.door import guard
from initiatives.door.models import Proposal
from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture(params=[False, True], ids=["no script", "script"])
def visitor(browser, request):
    """A telephone, with and without JavaScript."""
    visit = browser.new_context(
        java_script_enabled=request.param, viewport={"width": 360, "height": 740}, locale="fr-FR"
    )
    yield visit
    visit.close()


def faults(page, root="document"):
    """Return what breaks a rule of axe, which needs JavaScript."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(f"axe.run({root})")
    return [(rule["id"], node["html"]) for rule in found["violations"] for node in rule["nodes"]]


def test_an_initiative_is_signalled_on_a_telephone(
    visitor, live_server, home, monkeypatch, request
):
    has_script = request.node.callspec.params["visitor"]
    monkeypatch.setattr(guard, "QUICKEST", datetime.timedelta(0))
    factories.ProposalPageFactory()
    page = visitor.new_page()
    page.goto(f"{live_server.url}/signaler-une-initiative/")
    page.get_by_label("Nom de l’initiative").fill("La semaine de quatre jours")
    page.get_by_label("Votre adresse électronique").fill("presque une adresse")
    page.get_by_role("button", name="Envoyer l’initiative").click()

    expect(page).to_have_title(re.compile("^Erreur – Signaler une initiative"))
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    assert not has_script or faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.get_by_label("Nom de l’initiative")).to_have_value("La semaine de quatre jours")
    summary.get_by_role("link", name="Commune").click()
    expect(page.get_by_label("Commune")).to_be_focused()

    page.keyboard.type("39000")
    page.get_by_label("Structure qui la mène").fill("Menuiserie Jurassienne")
    page.get_by_label("Ce qui a changé, et pour qui").fill("On travaille quatre jours.")
    page.get_by_label("Le besoin de départ").fill("Personne ne postulait.")
    page.get_by_label("Votre nom").fill("Dominique Inventée")
    page.get_by_label("Votre adresse électronique").fill("dominique@example.org")
    page.get_by_label(re.compile("^J’accepte")).check()
    page.get_by_role("button", name="Envoyer l’initiative").click()
    expect(page.get_by_text(Proposal.objects.get().reference)).to_be_visible()
    assert not has_script or faults(page) == []
    assert visitor.cookies() == []


def test_a_proposal_is_accepted_and_its_draft_opens(editor_page, live_server, home):
    factories.InitiativeIndexPageFactory()
    proposal = factories.ProposalFactory(title="Le tour de garde", received_at=timezone.now())
    editor_page.goto(f"{live_server.url}/admin/")
    editor_page.get_by_role("link", name="Le tour de garde").click()
    expect(editor_page.get_by_role("button", name="Accepter et ouvrir")).to_be_visible()
    for width in (1280, 768):
        editor_page.set_viewport_size({"width": width, "height": 900})
        assert faults(editor_page, "'#main'") == []
        assert editor_page.evaluate("document.documentElement.scrollWidth") <= width
    editor_page.get_by_role("button", name="Accepter et ouvrir le brouillon").click()
    expect(editor_page.get_by_text("Le brouillon de la fiche est prêt")).to_be_visible()
    expect(editor_page.locator("#id_title")).to_have_value("Le tour de garde")
    expect(editor_page.locator("#id_need")).to_have_value(proposal.need)


def test_a_proposal_is_declined_by_a_letter_that_was_looked_at(
    editor_page, live_server, home, mailoutbox
):
    factories.ProposalFactory(title="Le tour de garde")
    editor_page.goto(f"{live_server.url}/admin/")
    editor_page.get_by_role("link", name="Le tour de garde").click()
    editor_page.get_by_role("link", name="Décliner…").click()
    body = editor_page.get_by_label("Texte du courriel")
    expect(body).to_have_value(re.compile("« Le tour de garde »"))
    body.fill("Bonjour,\n\nMerci de tout cœur.")
    editor_page.get_by_role("button", name="Voir le courriel").click()
    expect(editor_page.locator(".door-letter")).to_contain_text("Merci de tout cœur.")
    assert faults(editor_page, "'#main'") == []
    assert mailoutbox == []
    editor_page.get_by_role("button", name="Décliner et envoyer").click()
    expect(editor_page.get_by_text("L’initiative est déclinée.")).to_be_visible()
    assert [letter.body for letter in mailoutbox] == ["Bonjour,\n\nMerci de tout cœur."]
