"""In a browser: what the editor saved by itself is no surprise to whoever then saves by hand."""

import pytest
from playwright.sync_api import expect

from tests.factories import StandardPageFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_who_saves_by_hand_after_the_editor_saved_by_itself_is_not_warned(
    editor_page, live_server, home
):
    page = StandardPageFactory(title="Au départ")
    page.save_revision().publish()
    # The editor looks twice at the form it loaded; a change made between is not autosaved.
    editor_page.add_init_script(
        "let looks = 0; addEventListener('w-unsaved:watch-edits',"
        " () => document.documentElement.setAttribute('data-looks', ++looks))"
    )
    editor_page.goto(f"{live_server.url}/admin/pages/{page.pk}/edit/")
    editor_page.locator("html[data-looks='2']").wait_for()
    with editor_page.expect_response(
        lambda answer: answer.request.method == "POST" and answer.url.endswith("/edit/")
    ):
        editor_page.locator("#id_title").fill("Ensuite")
    version = editor_page.locator("input[name=loaded_revision_id]")
    expect(version).to_have_value(str(page.revisions.latest("pk").pk))
    editor_page.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(editor_page.locator(".messages")).to_contain_text("a été mise à jour")
    page.refresh_from_db()
    assert page.get_latest_revision().content["title"] == "Ensuite"
