"""A deleted fiche is not changed by an import, which says where it is."""

import pytest

from hub.editing.trash.keeping import throw_away
from tests.factories import InitiativePageFactory
from tests.initiatives.imports.making import valid

pytestmark = pytest.mark.django_db


def test_an_import_does_not_change_a_fiche_of_the_bin_and_says_so(run, parent):
    fiche = InitiativePageFactory(import_key="atelier", title="Avant")
    throw_away(fiche)
    report = run(valid(titre="Après"))
    assert [problem.message for problem in report.refused] == [
        "La fiche est dans la corbeille\u00a0: restaurez-la, puis relancez l’import."
    ]
    assert not report.created
    fiche.refresh_from_db()
    assert fiche.title == "Avant"
