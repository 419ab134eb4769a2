"""The fiche: what a publication needs, what a copy leaves behind."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from initiatives.forms import missing_dimensions
from initiatives.models import InitiativePage, Scheme
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_copy_is_another_initiative_with_an_exchange_key_of_its_own(home):
    fiche = factories.InitiativePageFactory(import_key="les-sources")
    fiche.save_revision()
    copy = fiche.copy(update_attrs={"slug": "copie", "title": "Copie"})
    assert (copy.import_key, copy.sort_title) == (None, "copie")
    assert copy.get_latest_revision_as_object().import_key is None


def test_a_fiche_needs_a_term_in_each_dimension_of_the_grid():
    assert missing_dimensions({Scheme.CENTRED_ON, Scheme.LINKED_TO, Scheme.THEME}) == []
    [message] = missing_dimensions({Scheme.CENTRED_ON})
    assert "En lien avec" in message


def posted(action, *terms, **fields):
    """Return what the editor's form sends."""
    rows = [{"tag": term.pk, "evidence": "Toute l’équipe décide."} for term in terms]
    data = {
        "title": "Les Sources",
        "slug": "les-sources",
        "summary": "Une équipe décide ensemble de ses horaires.",
        "year": 2024,
        "body": streamfield([("need", rich_text("<p>Trop de départs.</p>"))]),
        "related": streamfield([]),
        "characterisations": inline_formset(rows),
        "organisation_links": inline_formset([]),
        "comments": inline_formset([]),
        **fields,
    }
    return nested_form_data(data) | {action: "1"}


@pytest.fixture
def add(client, editor, home):
    index = factories.InitiativeIndexPageFactory()
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:add", args=["initiatives", "initiativepage", index.pk])
    return lambda data: client.post(address, data, follow=True)


def grid():
    return (
        factories.TermFactory(scheme=Scheme.CENTRED_ON, slug="entreprise"),
        factories.TermFactory(scheme=Scheme.LINKED_TO, slug="organisation"),
    )


def test_an_editor_publishes_a_fiche_from_the_form(add, client):
    add(posted("action-publish", *grid(), commune_code="Flagey (Doubs)"))
    fiche = InitiativePage.objects.get()
    assert fiche.live
    assert (fiche.commune_code, fiche.departement, fiche.precision) == ("25241", "25", "commune")
    assert "Trop de départs." in client.get(fiche.url).content.decode()


def test_an_incomplete_fiche_is_kept_as_a_draft(add):
    add(posted("action-draft", summary="", year=""))
    draft = InitiativePage.objects.get()
    assert not draft.live
    assert draft.make_preview_request().status_code == 200


def test_an_incomplete_fiche_is_not_published_and_says_why(add):
    response = add(posted("action-publish", grid()[0]))
    assert not InitiativePage.objects.exists()
    assert "au moins un terme pour « En lien avec »" in response.content.decode()


def test_a_commune_that_does_not_exist_is_refused_in_french(add):
    response = add(posted("action-draft", *grid(), commune_code="Atlantide"))
    assert not InitiativePage.objects.exists()
    assert "Atlantide" in response.content.decode()
