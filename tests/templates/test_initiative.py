"""The fiche and the list of fiches."""

import datetime

import pytest
from wagtail.models import Site

from hub.content.models import SiteIdentity
from initiatives.models import InitiativeOrganisation
from tests import factories
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db


def page_of(client, page, query=""):
    return client.get(page.url + query).content.decode()


def test_a_fictitious_fiche_says_so_in_its_page_and_in_its_card(client, home):
    fiche = factories.InitiativePageFactory(is_fictitious=True)
    assert "Exemple fictif" in page_of(client, fiche)
    assert "Exemple fictif" in page_of(client, factories.InitiativeIndexPageFactory())


def test_a_true_fiche_does_not(client, home):
    assert "Exemple fictif" not in page_of(client, factories.InitiativePageFactory())


def test_somebody_who_agreed_may_be_called(client, home):
    person = factories.ContactPersonFactory()
    page = page_of(client, factories.InitiativePageFactory(contact=person))
    assert person.name in page
    assert f"mailto:{person.email}" in page


@pytest.mark.parametrize("refusal", [{"is_public": False}, {"expired": True}])
def test_somebody_who_no_longer_agrees_is_shown_nowhere(client, home, refusal):
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    fields = {"expires_on": yesterday} if "expired" in refusal else refusal
    person = factories.ContactPersonFactory(**fields)
    fiche = factories.InitiativePageFactory(contact=person)
    InitiativeOrganisation.objects.create(
        page=fiche, organisation=factories.OrganisationFactory(), role="porteur", contact=person
    )
    page = page_of(client, fiche)
    assert person.name not in page
    assert person.email not in page
    assert "Être mis en relation" in page


def test_without_contact_the_programme_answers(client, home):
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.contact_email = "bonjour@example.org"
    identity.save()
    fiche = factories.InitiativePageFactory()
    assert Markup(page_of(client, fiche)).all("a", href="mailto:bonjour@example.org")
    identity.contact_page = factories.StandardPageFactory()
    identity.save()
    assert Markup(page_of(client, fiche)).all("a", href=identity.contact_page.url)


def test_facts_are_counted_in_good_french(client, home):
    fiche = factories.InitiativePageFactory(headcount=1, headcount_year=2013)
    assert "1\xa0personne en 2013" in page_of(client, fiche)
    fiche.headcount = 2
    fiche.save()
    assert "2\xa0personnes en 2013" in page_of(client, fiche)


def test_the_place_and_its_precision_are_said(client, home):
    page = page_of(client, factories.InitiativePageFactory(commune_code="25241"))
    assert "Flagey (Doubs)" in page
    assert "point placé à la commune" in page


def test_a_term_leads_to_its_page_with_the_reason_why(client, home):
    fiche = factories.InitiativePageFactory()
    given = fiche.characterisations.first()
    given.evidence = "Toute l’entreprise a changé."
    given.save()
    page = page_of(client, fiche)
    assert Markup(page).all("a", href=given.tag.get_absolute_url())
    assert "Toute l’entreprise a changé." in page


def test_a_free_tag_leads_to_the_fiches_that_have_it(client, home):
    fiche = factories.InitiativePageFactory()
    fiche.tags.add("circuits courts")
    fiche.save()
    assert Markup(page_of(client, fiche)).all("a", href="/initiatives/?etiquette=circuits-courts")


def test_a_page_without_picture_gets_its_landscape_which_is_decorative(client, home):
    fiche = factories.InitiativePageFactory()
    covers = [
        image
        for image in Markup(page_of(client, fiche)).all("img", alt="")
        if image["src"].startswith(f"/illustrations/{fiche.slug}.svg")
    ]
    assert covers[0]["width"] == "640"


def test_the_picture_keeps_its_alternative_text_and_its_credit(client, home):
    fiche = factories.InitiativePageFactory(picture=factories.ImageFactory(), picture_alt="Le four")
    page = page_of(client, fiche)
    assert Markup(page).all("img", alt="Le four")
    assert "© Illustration Rally’nov" in page


def test_the_last_verification_is_dated(client, home):
    fiche = factories.InitiativePageFactory()
    assert "pas encore vérifiée" in page_of(client, fiche)
    factories.VerificationFactory(initiative=fiche, verified_on=datetime.date(2024, 10, 1))
    expected = 'Fiche vérifiée le <time datetime="2024-10-01">1<sup>er</sup>\xa0octobre 2024</time>'
    assert expected in page_of(client, fiche)


def test_the_list_counts_what_it_shows(client, home, search_index):
    index = factories.InitiativeIndexPageFactory()
    search_index()
    assert "bientôt" in page_of(client, index)
    factories.InitiativePageFactory()
    search_index()
    assert "1\xa0initiative\n" in page_of(client, index)
    factories.InitiativePageFactory()
    search_index()
    assert "2\xa0initiatives\n" in page_of(client, index)


def test_the_words_asked_for_are_kept_and_escaped(client, home, search_index):
    index = factories.InitiativeIndexPageFactory()
    search_index()
    page = page_of(client, index, "?q=<b>zèbre</b>")
    assert Markup(page).all("input", name="q", value="<b>zèbre</b>")
    assert "<b>" not in page
    assert "Aucun résultat pour" in page
    assert "essayez moins de mots" in page
