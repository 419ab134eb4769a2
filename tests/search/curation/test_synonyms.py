"""The synonyms in force."""

import pytest
from django.core.exceptions import ValidationError

from search.curation.models import SynonymGroup
from search.curation.synonyms import SynonymsInForce, current_synonyms, starter_groups
from search.meaning.clauses import clauses_of

pytestmark = pytest.mark.django_db


def stems(words, request=None):
    clauses = clauses_of(words, current_synonyms(request))
    return {stem for clause in clauses for stem in clause.all_stems}


def test_a_new_site_begins_with_the_groups_of_the_domain():
    assert SynonymGroup.objects.count() == len(starter_groups())
    (clause,) = clauses_of("RSE", current_synonyms())
    assert ("respons", "societal", "_", "entrepris") in clause.rows


def test_every_group_of_the_start_is_one_that_staff_might_have_written():
    for texts in starter_groups():
        SynonymGroup(expressions="\n".join(texts)).full_clean()


def test_a_change_is_in_force_with_the_next_search():
    assert "trottinet" not in stems("patinette")

    group = SynonymGroup.objects.create(expressions="trottinette\npatinette")
    assert "trottinet" in stems("patinette")

    group.expressions = "patinette\nplanche"
    group.save()
    assert "planch" in stems("patinette")
    assert "trottinet" not in stems("patinette")

    group.delete()
    assert "planch" not in stems("patinette")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_synonyms_are_read_once_as_long_as_nothing_changes(rf, django_assert_num_queries):
    current_synonyms(rf.get("/"))

    with django_assert_num_queries(1):  # whether anything has changed
        current_synonyms(rf.get("/"))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_visitors_have_the_synonyms_of_now(rf):
    assert "trottinet" not in stems("patinette", rf.get("/"))
    SynonymGroup.objects.create(expressions="trottinette\npatinette")
    assert "trottinet" in stems("patinette", rf.get("/"))


@pytest.mark.parametrize(
    ("expressions", "said"),
    [
        ("RSE", "deux expressions au moins"),
        ("RSE\n\n  \n", "deux expressions au moins"),
        ("crèche\nCreches", "se cherchent déjà de la même façon"),
        ("RSE\nle la", "n’a aucun mot qui compte"),
        ("RSE\n" + "mot " * 9, "est trop longue"),
        ("\n".join(f"mot{number}" for number in range(21)), "20 expressions au plus"),
    ],
)
def test_a_group_that_would_change_nothing_is_refused_in_words(expressions, said):
    with pytest.raises(ValidationError, match=said):
        SynonymGroup(expressions=expressions).full_clean()


def test_a_group_reads_as_one_line():
    group = SynonymGroup(expressions=" RSE \n\nresponsabilité sociétale")
    group.full_clean()

    assert str(group) == "RSE = responsabilité sociétale"


def test_a_search_without_words_reads_none(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert clauses_of("", SynonymsInForce()) == ()


def test_a_search_reads_them_once_however_many_its_words(django_assert_num_queries):
    with django_assert_num_queries(1):
        clauses_of("semaine de quatre jours au bureau", SynonymsInForce())
