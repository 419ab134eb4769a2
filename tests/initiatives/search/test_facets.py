"""The values of facets have labels, an order, a level; those that do not exist are left out."""

import datetime

import pytest

from initiatives.dates import months_before
from initiatives.models import InitiativeOrganisation, Scheme
from initiatives.search.facets import freshness_bounds
from search.registry import registry
from tests.factories import InitiativePageFactory, OrganisationFactory, TermFactory

pytestmark = pytest.mark.django_db


def choices(name, *values):
    """Return the values, labels and parents of a facet, among these values."""
    found = registry.facets[name].choices(values, lambda key, read: read())
    return [(one.value, one.label, one.parent) for one in found]


def test_every_facet_of_the_fiche_is_there_and_says_how_it_is_shown():
    facets = registry.facets
    assert list(facets) == [
        "type", "centree-sur", "en-lien-avec", "theme", "public", "levier", "departement", "epci",
        "ancienne-region", "secteur", "statut", "economie", "effectif", "annee", "laureat",
        "maturite", "fraicheur", "reperee-par", "etiquette",
    ]  # fmt: skip
    assert [one.name for one in facets.values() if one.is_leading] == ["theme", "departement"]
    assert {one.name for one in facets.values() if one.is_folded} == {
        "epci", "statut", "maturite", "fraicheur",
    }  # fmt: skip
    assert facets["epci"].widget == "select"


def test_terms_come_in_their_order_those_below_after_theirs():
    second = TermFactory(slug="second", sort_order=9002)
    first = TermFactory(slug="first", sort_order=9001)
    TermFactory(slug="below", name="Dessous", parent=first, sort_order=9009)
    TermFactory(scheme=Scheme.LEVER, slug="first")
    assert choices("theme", "second", "below", "first", "unknown") == [
        ("first", "First", ""),
        ("below", "Dessous", "first"),
        (second.slug, "Second", ""),
    ]


def test_all_terms_are_read_by_one_question(django_assert_num_queries):
    TermFactory()
    known = {}

    def recall(key, read):
        if key not in known:
            known[key] = read()
        return known[key]

    with django_assert_num_queries(1):
        for scheme in Scheme:
            if scheme.value in registry.facets:
                registry.facets[scheme.value].choices([], recall)


def test_places_are_called_by_their_names():
    assert choices("departement", "39", "21", "99") == [
        ("21", "Côte-d’Or", ""),
        ("39", "Jura", ""),
    ]
    assert choices("epci", "242100410") == [("242100410", "Dijon Métropole", "")]
    assert choices("ancienne-region", "franche-comte") == [("franche-comte", "Franche-Comté", "")]


def test_years_come_the_last_first_and_those_of_laureates_below_all_of_them():
    assert [value for value, _, _ in choices("annee", "2019", "2023", "abc")] == ["2023", "2019"]
    assert choices("laureat", "2019", "oui", "2022") == [
        ("oui", "Lauréates", ""),
        ("2022", "2022", "oui"),
        ("2019", "2019", "oui"),
    ]
    assert choices("laureat") == []


def test_a_partner_that_spotted_a_fiche_is_called_by_its_name():
    fiche = InitiativePageFactory()
    names = ("Cress", "Bge", "Écocert")
    made = [OrganisationFactory(name=name) for name in names]
    for one in made:
        InitiativeOrganisation.objects.create(page=fiche, organisation=one, role="repereur")
    other = OrganisationFactory(name="Autre")
    uids = [str(one.uid) for one in (*made, other)]
    assert [label for _, label, _ in choices("reperee-par", *uids)] == ["Bge", "Cress", "Écocert"]


def test_tags_of_fiches_are_called_by_their_names():
    fiche = InitiativePageFactory()
    fiche.tags.add("Élan", "binôme")
    fiche.save()
    assert choices("etiquette", "elan", "binome", "autre") == [
        ("binome", "binôme", ""),
        ("elan", "Élan", ""),
    ]


def test_freshness_follows_the_months_of_the_site(settings):
    settings.HUB_VERIFY_AFTER_MONTHS = 6
    since = int(f"{months_before(datetime.date.today(), 6):%Y%m%d}")
    assert freshness_bounds() == {
        "fraiche": (since, None),
        "ancienne": (1, since),
        "jamais": (0, 1),
    }
    assert choices("fraicheur", "jamais", "fraiche") == [
        ("fraiche", "Vérifiée depuis moins de 6 mois", ""),
        ("jamais", "Pas encore vérifiée", ""),
    ]


def test_the_two_economies_are_told_apart():
    assert choices("economie", "classique", "ess") == [
        ("ess", "Économie sociale et solidaire", ""),
        ("classique", "Économie classique", ""),
    ]
