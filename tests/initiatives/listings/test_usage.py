"""How often a term, a tag, an organisation or a person serves, and the list that says where."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from taggit.models import Tag

from hub.editing.trash.keeping import throw_away
from initiatives.listings.usage import where_term_serves, with_organisation_uses, with_term_uses
from initiatives.models import (
    ContactPerson,
    EventOrganisation,
    InitiativeOrganisation,
    Organisation,
    Scheme,
    Term,
)
from tests import factories

pytestmark = pytest.mark.django_db
SNIPPETS = [Term, Organisation, Tag, ContactPerson]


@pytest.fixture
def admin(client, editor, home):
    client.force_login(editor)
    return client


def uses(term):
    return with_term_uses(Term.objects.filter(pk=term.pk)).get().uses


def listed(admin, address):
    return {page.title for page in admin.get(address).context["object_list"]}


def test_a_term_counts_each_page_once_with_its_second_level(admin):
    above = factories.TermFactory()
    below = factories.TermFactory(parent=above)
    factories.InitiativePageFactory(title="Les deux", terms=[above, below])
    factories.InitiativePageFactory(title="Dessous", terms=[below])
    factories.InitiativePageFactory(title="Brouillon", terms=[above], live=False)
    assert (uses(above), uses(below)) == (3, 2)
    assert listed(admin, where_term_serves(above)) == {"Les deux", "Dessous", "Brouillon"}


@pytest.mark.parametrize(
    ("scheme", "field"),
    [
        (Scheme.SECTOR, "sector"),
        (Scheme.LEGAL_STATUS, "legal_status"),
        (Scheme.MATURITY, "maturity"),
    ],
)
def test_a_term_of_a_field_counts_and_opens_its_fiches(admin, scheme, field):
    term = factories.TermFactory(scheme=scheme)
    factories.InitiativePageFactory(title="Avec", **{field: term})
    factories.InitiativePageFactory(title="Sans")
    assert uses(term) == 1
    assert listed(admin, where_term_serves(term)) == {"Avec"}


def test_a_kind_of_event_counts_and_opens_its_events(admin):
    kind = factories.TermFactory(scheme=Scheme.EVENT_KIND, slug="seminaire")
    factories.EventPageFactory(title="Séminaire", kind=kind)
    assert uses(kind) == 1
    assert listed(admin, where_term_serves(kind)) == {"Séminaire"}


def test_what_is_in_the_bin_does_not_count(admin, editor):
    term = factories.TermFactory()
    throw_away(factories.InitiativePageFactory(terms=[term]), editor)
    assert uses(term) == 0


def test_an_organisation_counts_its_fiches_and_its_events(admin):
    one = factories.OrganisationFactory(slug="aract")
    fiche = factories.InitiativePageFactory(title="Fiche")
    for role in ("porteur", "financeur"):
        InitiativeOrganisation.objects.create(page=fiche, organisation=one, role=role)
    event = factories.EventPageFactory(title="Rencontre")
    EventOrganisation.objects.create(page=event, organisation=one, role="organisateur")
    found = with_organisation_uses(Organisation.objects.all()).get()
    assert (found.fiches, found.events) == (1, 1)
    assert listed(admin, reverse("listing_fiches:index") + "?organisation=aract") == {"Fiche"}
    assert listed(admin, reverse("listing_events:index") + "?organisation=aract") == {"Rencontre"}


def test_the_list_of_tags_leads_to_their_fiches(admin):
    page = factories.InitiativePageFactory(title="À vélo")
    page.tags.add("Vélo")
    page.save()
    tag = Tag.objects.get()
    address = f"{reverse('listing_fiches:index')}?etiquette={tag.slug}"
    text = admin.get(reverse(Tag.snippet_viewset.get_url_name("list"))).content.decode()
    assert address in text
    assert listed(admin, address) == {"À vélo"}


def test_the_list_of_people_leads_to_what_names_them(admin):
    person = factories.ContactPersonFactory()
    factories.InitiativePageFactory(contact=person)
    text = admin.get(reverse(ContactPerson.snippet_viewset.get_url_name("list"))).content.decode()
    assert reverse(ContactPerson.snippet_viewset.get_url_name("usage"), args=[person.pk]) in text


@pytest.mark.parametrize("model", SNIPPETS, ids=lambda model: model.__name__)
def test_questions_do_not_grow_with_the_rows(admin, model):
    def fill(rank):
        term = factories.TermFactory(parent=factories.TermFactory())
        page = factories.InitiativePageFactory(terms=[term])
        page.tags.add(f"Étiquette {rank}")
        page.save()
        organisation = factories.OrganisationFactory()
        InitiativeOrganisation.objects.create(page=page, organisation=organisation, role="porteur")
        factories.ContactPersonFactory(organisation=organisation)

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(reverse(model.snippet_viewset.get_url_name("list"))).status_code == 200
        return len(queries)

    fill(0)
    count()
    few = count()
    for rank in range(1, 6):
        fill(rank)
    assert count() == few
