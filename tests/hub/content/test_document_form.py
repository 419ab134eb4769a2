"""The form of a document in the admin."""

import pytest
from django.urls import reverse

from tests.factories import DocumentFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def test_the_equivalent_is_chosen_in_the_tree_of_pages(client, editor, home):
    page = StandardPageFactory()
    document = DocumentFactory()
    client.force_login(editor)
    address = reverse("wagtaildocs:edit", args=[document.pk])
    shown = client.get(address).content.decode()
    assert "Page équivalente" in shown
    assert "page-chooser" in shown
    sent = {"title": "Bilan", "accessibility": "non", "equivalent": page.pk, "tags": ""}
    assert client.post(address, sent).status_code == 302
    document.refresh_from_db()
    assert document.equivalent_id == page.pk
