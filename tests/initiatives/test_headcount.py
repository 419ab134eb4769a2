"""Headcount classes follow the limits of INSEE."""

import pytest

from initiatives.headcount import SLUGS, headcount_slug
from initiatives.models import Scheme
from initiatives.vocabularies import load_vocabularies
from tests import factories


@pytest.mark.parametrize(
    ("people", "code"),
    [
        (0, "00"), (1, "01"), (2, "01"), (3, "02"), (9, "03"), (10, "11"), (19, "11"), (20, "12"),
        (249, "31"), (250, "32"), (9_999, "52"), (10_000, "53"), (250_000, "53"),
    ],
)  # fmt: skip
def test_a_number_of_people_falls_in_its_class(people, code):
    assert headcount_slug(people) == code


@pytest.mark.django_db
def test_every_class_is_a_term(home):
    load_vocabularies()
    fiche = factories.InitiativePageFactory(headcount=15)
    assert fiche.headcount_class.slug == "11"
    assert fiche.headcount_class.parent.slug == "10-49"
    known = set(
        type(fiche.headcount_class).objects.of(Scheme.HEADCOUNT).values_list("slug", flat=True)
    )
    assert set(SLUGS) <= known
