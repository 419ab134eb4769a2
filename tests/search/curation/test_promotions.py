"""What staff put above the results of some words."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from search.curation.models import PromotedResult
from search.curation.promotions import Promoted, promoted_for
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home):
    return StandardPageFactory(title="Congés des pères", slug="peres")


@pytest.mark.parametrize(
    "words", ["congé paternité", "Paternite congés", "le congé de paternité", "congés des pères"]
)
def test_a_search_brings_its_page_whatever_accents_plurals_and_order(rf, page, words):
    PromotedResult.objects.create(
        words="congé paternité\ncongés des pères", page=page, reason="Notre dossier"
    )

    found = promoted_for(rf.get("/"), words)

    assert found == [Promoted("Congés des pères", "/peres/", "Notre dossier")]


@pytest.mark.parametrize("words", ["congé", "congé paternité Dijon", "", "le de la"])
def test_another_search_brings_nothing(rf, page, words):
    PromotedResult.objects.create(words="congé paternité", page=page)

    assert promoted_for(rf.get("/"), words) == []


def test_a_page_that_the_public_may_not_see_is_left_out(rf, page):
    PromotedResult.objects.create(words="père", page=page)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert promoted_for(rf.get("/"), "père") == []


def test_a_draft_is_left_out(rf, page):
    PromotedResult.objects.create(words="père", page=page)
    page.unpublish()

    assert promoted_for(rf.get("/"), "père") == []


def test_promoted_pages_cost_a_constant_number_of_queries(rf, home, django_assert_num_queries):
    for number in range(3):
        one = StandardPageFactory(slug=f"page-{number}")
        PromotedResult.objects.create(words="père", page=one)
    promoted_for(rf.get("/"), "père")

    with django_assert_num_queries(3):
        assert len(promoted_for(rf.get("/"), "père")) == 3


@pytest.mark.parametrize("words", ["le la", "", "père\nde la"])
def test_a_search_without_any_word_is_refused(page, words):
    with pytest.raises(ValidationError):
        PromotedResult(words=words, page=page).full_clean()
