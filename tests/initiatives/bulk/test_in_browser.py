"""An editor marks fiches as verified from their list, with Chromium."""

import datetime

import pytest
from playwright.sync_api import expect

from initiatives.models import Verification
from tests import factories
from tests.accessibility.test_axe import TAGS, run_axe

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_two_fiches_of_three_are_marked_verified(editor_page, live_server):
    for title in ("Préparer des légumes", "Décider ensemble", "Réparer des vélos"):
        factories.InitiativePageFactory(title=title)
    editor_page.goto(f"{live_server.url}/admin/contenus/fiches/")
    for title in ("Préparer des légumes", "Décider ensemble"):
        editor_page.get_by_role("row", name=title).get_by_role("checkbox").check()
    editor_page.get_by_role("link", name="comme vérifiées aujourd’hui").click()
    expect(editor_page.get_by_role("heading", name="2 fiches")).to_be_visible()
    assert run_axe(editor_page, runOnly=TAGS)["broken"] == []
    editor_page.get_by_label("Ce qui a changé").fill("Nouveau site")
    editor_page.get_by_role("button", name="Marquer vérifiées (2)").click()
    expect(editor_page.locator(".messages")).to_contain_text("2 fiches marquées vérifiées.")
    checks = Verification.objects.values_list("initiative__title", "verified_on", "changes")
    today = datetime.date.today()
    assert set(checks) == {
        ("Préparer des légumes", today, "Nouveau site"),
        ("Décider ensemble", today, "Nouveau site"),
    }
