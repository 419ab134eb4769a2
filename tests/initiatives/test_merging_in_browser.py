"""A moderator merges two terms, with Chromium."""

import pytest
from playwright.sync_api import expect

from initiatives.models import Characterisation, Term
from tests import factories
from tests.accessibility.test_axe import TAGS, run_axe

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_a_term_is_merged_from_its_own_screen(editor_page, live_server):
    old = factories.TermFactory(name="Horaires", slug="horaires")
    factories.TermFactory(name="Temps de travail", slug="temps-de-travail")
    factories.InitiativePageFactory(terms=[old])
    editor_page.goto(f"{live_server.url}/admin/snippets/initiatives/term/edit/{old.pk}/")
    editor_page.get_by_role("button", name="Actions", exact=True).first.click()
    editor_page.get_by_role("link", name="Fusionner…").click()
    editor_page.get_by_label("Fusionner avec").select_option(label="Temps de travail (Thème QVCT)")
    editor_page.get_by_role("button", name="Voir ce qui va changer").click()
    expect(editor_page.get_by_role("heading", name="« Horaires » disparaît")).to_be_visible()
    assert run_axe(editor_page, runOnly=TAGS)["broken"] == []
    assert Term.objects.filter(pk=old.pk).exists()
    editor_page.get_by_role("button", name="Fusionner").click()
    expect(editor_page.locator(".messages")).to_contain_text("est fusionné avec")
    assert Characterisation.objects.get().tag.name == "Temps de travail"
    editor_page.goto(f"{live_server.url}/vocabulaires/theme/horaires/")
    assert editor_page.url.endswith("/vocabulaires/theme/temps-de-travail/")
