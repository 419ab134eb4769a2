"""What the choosers show, whom they find, and who may open them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.editing.trash.keeping import throw_away
from initiatives.models import InitiativeOrganisation, LaureateStoryPage, Verification
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, editor, home):
    client.force_login(editor)
    return client


def snippets(model):
    return f"{model.snippet_viewset.chooser_viewset.url_namespace}"


def rows(client, namespace, **query):
    """Return the HTML of the rows of a chooser."""
    answer = client.get(reverse(f"{namespace}:choose_results"), query)
    assert answer.status_code == 200
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def fiche():
    found = factories.InitiativePageFactory(
        title="Décider à Flagey", commune_code="25241", picture=factories.ImageFactory()
    )
    factories.PrizeResultFactory(initiative=found, category="Organisation")
    carrier = factories.OrganisationFactory(
        name="Épicerie Solidaire",
        legal_status=factories.TermFactory(scheme="statut", name="Scop", slug="scop"),
    )
    InitiativeOrganisation.objects.create(page=found, organisation=carrier, role="porteur")
    factories.VideoPageFactory(title="Vidéo d’atelier", picture=factories.ImageFactory())
    factories.EventPageFactory(title="Étape de Dijon", commune_code="21231")
    factories.ContactPersonFactory(name="Zoé Exemple", function="Gérante", organisation=carrier)


CHOOSERS = {
    "fiche_chooser": ("decider", ["Décider à Flagey", "Flagey", "2022", "Publiée", "<img"]),
    "video_chooser": ("VIDEO", ["Vidéo d’atelier", "Publiée", "<img"]),
    "event_chooser": ("etape", ["Étape de Dijon", "26 septembre 2023", "Dijon"]),
    "wagtailsnippetchoosers_initiatives_organisation": (
        "epicerie",
        ["Épicerie Solidaire", "Flagey", "Scop"],
    ),
    "wagtailsnippetchoosers_initiatives_term": ("scop", ["Scop", "Statut juridique"]),
    "wagtailsnippetchoosers_initiatives_contactperson": (
        "zoe",
        ["Zoé Exemple", "Gérante", "Épicerie Solidaire"],
    ),
    "wagtailsnippetchoosers_initiatives_prizeresult": (
        "DECIDER",
        ["Lauréate 2022", "Organisation"],
    ),
}


@pytest.mark.parametrize("name", CHOOSERS)
def test_a_chooser_finds_without_accents_and_shows_enough(admin, name):
    words, shown = CHOOSERS[name]
    fiche()
    text = rows(admin, name, q=words)
    for one in shown:
        assert one in text
    assert shown[0] not in rows(admin, name, q="rien de tel")
    assert admin.get(reverse(f"{name}:choose")).status_code == 200


@pytest.mark.parametrize("name", CHOOSERS)
@pytest.mark.parametrize("wrong", ["\x00", "é" * 500, "'\"*()", "%", "\r"])
def test_no_word_breaks_a_chooser(admin, name, wrong):
    fiche()
    rows(admin, name, q=wrong)


@pytest.mark.parametrize("name", CHOOSERS)
def test_questions_do_not_grow_with_the_rows(admin, name):
    def count():
        with CaptureQueriesContext(connection) as queries:
            rows(admin, name, q="e")
        return len(queries)

    fiche()
    count()  # the thumbnails are made
    few = count()
    for rank in range(4):
        page = factories.InitiativePageFactory(title=f"Élan {rank}", commune_code="25241")
        factories.PrizeResultFactory(initiative=page)
        factories.VideoPageFactory(title=f"Élan {rank}")
        factories.EventPageFactory(title=f"Élan {rank}", commune_code="21231")
        organisation = factories.OrganisationFactory(name=f"Élan {rank}")
        factories.ContactPersonFactory(name=f"Élan {rank}", organisation=organisation)
    count()
    assert count() == few


def test_a_page_in_the_bin_is_not_offered(admin, editor):
    page = factories.InitiativePageFactory(title="Jetée")
    throw_away(page, editor)
    assert "Jetée" not in rows(admin, "fiche_chooser")


def test_who_may_not_read_people_finds_nobody(client, home, django_user_model):
    from django.contrib.auth.models import Group

    person = factories.ContactPersonFactory(name="Zoé Exemple")
    user = django_user_model.objects.create_user("camille", "c@example.org", "x" * 12)
    user.groups.add(Group.objects.get(name="Contribution"))
    client.force_login(user)
    namespace = "wagtailsnippetchoosers_initiatives_contactperson"
    for query in ({}, {"q": "zoe"}):
        assert "Zoé" not in rows(client, namespace, **query)
    assert client.get(reverse(f"{namespace}:chosen", args=[person.pk])).status_code == 404
    many = client.get(reverse(f"{namespace}:chosen_multiple"), {"id": person.pk})
    assert "Zoé" not in many.content.decode()


def test_no_chooser_shows_an_address_or_a_number(admin):
    factories.ContactPersonFactory(email="zoe@example.org", phone="03 00 00 00 00")
    text = rows(admin, "wagtailsnippetchoosers_initiatives_contactperson")
    assert "zoe@example.org" not in text
    assert "03 00 00 00 00" not in text


@pytest.mark.parametrize(
    ("model", "field", "chooser"),
    [
        (Verification, "initiative", "fiche_chooser"),
        (LaureateStoryPage, "video", "video_chooser"),
    ],
)
def test_a_field_opens_the_chooser_of_its_type(model, field, chooser):
    from wagtail.admin.panels import get_edit_handler

    window = reverse(f"{chooser}:choose")
    handler = (
        model.get_edit_handler() if hasattr(model, "get_edit_handler") else get_edit_handler(model)
    )
    widget = handler.get_form_class().base_fields[field].widget
    assert widget.get_chooser_modal_url() == window
