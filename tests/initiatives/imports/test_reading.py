import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.imports.reading import read_for_rows
from initiatives.imports.rows import row_of
from initiatives.models import InitiativePage, OrganisationRole, Term, Verification
from tests.factories import InitiativePageFactory, OrganisationFactory
from tests.initiatives.imports.making import valid

pytestmark = pytest.mark.django_db


def read():
    return read_for_rows(InitiativePage.objects.order_by("pk"))


@pytest.fixture
def full(run):
    """A fiche with everything, and one with hardly anything."""
    run(
        valid(
            structure="B|A",
            siret="73282932000074",
            economie="ess",
            labels="esus|ebe",
            statut="scop",
            secteur="C",
            tranche="11",
            maturite="idee",
            centree_sur="territoire|entreprise",
            centree_sur_pourquoi="entreprise: Oui.|territoire: Le bourg.",
            themes="tms|insertion",
            etiquettes="bois|Mobilité",
            reperee_par="Cress",
            verifiee_le="2024-05-01",
        ),
        valid("autre"),
    )
    page = InitiativePage.objects.order_by("pk").first()
    Verification.objects.create(initiative=page, verified_on="2023-01-01")
    return page


def test_a_page_read_for_rows_has_the_row_that_it_has_by_itself(full):
    pages = InitiativePage.objects.order_by("pk")
    assert [row_of(page) for page in read()] == [row_of(page) for page in pages]


def test_a_row_asks_nothing_of_the_database_and_many_pages_ask_what_two_do(full):
    with CaptureQueriesContext(connection) as few:
        pages = read()
    link = {"organisation": OrganisationFactory(), "role": OrganisationRole.CARRIER}
    for _ in range(3):
        InitiativePageFactory(terms=Term.objects.order_by("pk")[:2]).organisation_links.create(
            **link
        )
    with CaptureQueriesContext(connection) as many:
        read()
    assert len(many) == len(few) == 7
    with CaptureQueriesContext(connection) as rows:
        for page in pages:
            row_of(page)
    assert [one["sql"] for one in rows if "wagtailcore_site" not in one["sql"]] == []
