"""A published publication says in its page what an inaccessible file says."""

import pytest

from initiatives.models import PublicationPage
from tests.factories import DocumentFactory, PublicationPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db
LONG = f"<p>{'Le travail change. ' * 30}</p>"


def errors(page, user):
    """Return the errors of the form on `document`, as the editor's view would find them."""
    form_class = PublicationPage.get_edit_handler().get_form_class()
    form = form_class(instance=page, for_user=user, parent_page=page.get_parent())
    form.cleaned_data = {"document": page.document, "body": page.body}
    form._errors = {}
    form.clean_publication(form.cleaned_data)
    return form._errors.get("document", [])


@pytest.mark.parametrize(
    ("said", "body", "refused"),
    [
        ("non", [], True),
        ("non", [("text", "<p>À lire dans le fichier.</p>")], True),
        ("non", [("text", LONG)], False),
        ("oui", [], False),
        ("inconnue", [], False),
    ],
)
def test_the_page_carries_what_an_inaccessible_file_says(home, editor, said, body, refused):
    page = PublicationPageFactory(document=DocumentFactory(accessibility=said))
    page.body = body
    assert bool(errors(page, editor)) is refused


def test_another_page_may_say_the_same(home, editor):
    document = DocumentFactory(accessibility="non", equivalent=StandardPageFactory())
    assert not errors(PublicationPageFactory(document=document), editor)


def test_a_publication_is_not_its_own_equivalent(home, editor):
    page = PublicationPageFactory()
    page.document = DocumentFactory(accessibility="non", equivalent=page)
    assert errors(page, editor)
