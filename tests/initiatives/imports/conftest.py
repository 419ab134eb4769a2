import pytest

from initiatives.imports.service import import_initiatives
from initiatives.imports.terms import Terms
from initiatives.models import Term
from tests.factories import InitiativeIndexPageFactory
from tests.initiatives.imports.making import table, unsaved_terms


@pytest.fixture(scope="session")
def terms():
    """The vocabularies, without a database."""
    return Terms(unsaved_terms())


@pytest.fixture
def parent(db):
    """The list of initiatives of a site with its vocabularies."""
    made = unsaved_terms()
    for term in made:
        term.pk = None
    Term.objects.bulk_create(made)
    return InitiativeIndexPageFactory()


@pytest.fixture
def run(parent):
    """Import rows under the list; return the report."""

    def run_import(*rows, **options):
        return import_initiatives(table(*rows), parent=parent, **options)

    return run_import
