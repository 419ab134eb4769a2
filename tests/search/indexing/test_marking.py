"""Every cause of staleness (design §8) marks the pages concerned, in the transaction of the write.

Publish, unpublish, move, change of address, restriction, deletion, rename; the bin, aliases and
what pages say of other objects.
"""

import datetime

import pytest
from django.db import transaction
from taggit.models import Tag
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from hub.editing.trash.keeping import restore, throw_away
from initiatives.merging import OrganisationMerging, TagMerging, TermMerging
from initiatives.models import InitiativeOrganisation, OrganisationRole, Verification
from search.engines.contract import EngineDownError
from search.indexing import draining
from search.indexing.draining import drain
from search.indexing.marking import mark, mark_unknown
from search.models import DocumentState
from tests.factories import (
    EventPageFactory,
    EventReportPageFactory,
    InitiativePageFactory,
    LaureateStoryPageFactory,
    OrganisationFactory,
    PrizeResultFactory,
    StandardPageFactory,
    TermFactory,
    VideoPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(memory_index):
    """Return the titles that visitors find now, once what waits was brought."""

    def titles():
        drain()
        found = memory_index.versions()
        return sorted(DocumentState.objects.filter(pk__in=found).values_list("title", flat=True))

    titles.engine = memory_index
    return titles


def settle():
    """Bring all that waits."""
    drain()
    assert not waiting()


def waiting():
    """Return the identities of the pages that wait."""
    return set(DocumentState.objects.pending().values_list("pk", flat=True))


def test_a_publication_is_found_and_its_next_version_too(index):
    page = StandardPageFactory(title="Avant")
    assert index() == ["Avant"]
    page.title = "Après"
    page.save_revision().publish()
    assert index() == ["Après"]
    assert len(index.engine.versions()) == 1


def test_a_draft_marks_nothing(index):
    page = StandardPageFactory(title="Publiée")
    StandardPageFactory(title="Brouillon", live=False)
    settle()
    page.title = "Pas encore"
    page.save_revision()
    assert not waiting()
    assert DocumentState.objects.count() == 1


def test_what_is_withdrawn_is_no_more_found(index):
    page = StandardPageFactory()
    settle()
    page.unpublish()
    assert index() == []
    assert DocumentState.objects.get().deleted is not None


def test_what_comes_back_has_not_gone(index):
    page = StandardPageFactory(title="Revenue")
    settle()
    page.unpublish()
    settle()
    page.save_revision().publish()
    assert index() == ["Revenue"]
    assert DocumentState.objects.get().deleted is None


def test_a_move_concerns_all_that_stands_below(index):
    open_page, closed = StandardPageFactory(title="Ouverte"), StandardPageFactory(title="Fermée")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    child = StandardPageFactory(title="Enfant", parent=open_page)
    StandardPageFactory(title="Petite-fille", parent=child)
    assert index() == ["Enfant", "Ouverte", "Petite-fille"]
    Page.objects.get(pk=child.pk).move(Page.objects.get(pk=closed.pk), pos="last-child")
    assert index() == ["Ouverte"]


def test_another_address_marks_the_page_and_those_below(index, django_capture_on_commit_callbacks):
    page = StandardPageFactory(title="Mère", slug="mere")
    child = StandardPageFactory(title="Fille", parent=page)
    settle()
    page.slug = "autre"
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
    versions = dict(DocumentState.objects.values_list("pk", "version"))
    assert versions[page.uid] > 1
    assert versions[child.uid] > 1


@pytest.mark.parametrize("kind", ["none", "login", "password", "groups"])
def test_a_restriction_closes_the_page_and_those_below_until_it_goes(index, kind):
    page = StandardPageFactory(title="Mère")
    StandardPageFactory(title="Fille", parent=page)
    settle()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert index() == []
    restriction.restriction_type = kind
    restriction.save()
    assert index() == []
    restriction.delete()
    assert index() == ["Fille", "Mère"]


def test_what_is_deleted_is_no_more_found_nor_what_was_below(index):
    page = StandardPageFactory()
    StandardPageFactory(parent=page)
    settle()
    Page.objects.get(pk=page.pk).delete()
    assert index() == []
    assert DocumentState.objects.filter(deleted=None).count() == 0
    assert set(DocumentState.objects.values_list("title", "text")) == {("", "")}


def test_the_bin_takes_away_and_gives_back(index):
    page = StandardPageFactory(title="Mère")
    StandardPageFactory(title="Fille", parent=page)
    settle()
    thrown = throw_away(page)
    assert index() == []
    restore(thrown)
    assert index() == ["Fille", "Mère"]


def test_an_alias_is_a_page_of_its_own(index):
    page = StandardPageFactory(title="Source", slug="source")
    alias = CreatePageAliasAction(page, update_slug="alias").execute(skip_permission_checks=True)
    assert index() == ["Source", "Source"]
    assert alias.uid != page.uid
    page.title = "Changée"
    page.save_revision().publish()
    assert index() == ["Changée", "Changée"]
    page.unpublish()
    assert index() == []


def fiche_with_everything():
    """Return a fiche, its term, organisation and tag, and the pages that speak of it."""
    term, organisation = TermFactory(name="Télétravail"), OrganisationFactory(name="Scierie")
    fiche = InitiativePageFactory(title="Fiche", terms=[term])
    InitiativeOrganisation.objects.create(
        page=fiche, organisation=organisation, role=OrganisationRole.CARRIER
    )
    fiche.tags.add("bois")
    fiche.save()
    story = LaureateStoryPageFactory(prize_result=PrizeResultFactory(initiative=fiche))
    video, report = VideoPageFactory(), EventReportPageFactory()
    video.subjects.create(page=fiche)
    video.save()
    report.initiative_links.create(initiative=fiche)
    report.save()
    return fiche, term, organisation, {one.uid for one in (fiche, story, video, report)}


def test_a_term_an_organisation_a_tag_renamed_mark_the_fiche_and_what_speaks_of_it(index):
    _, term, organisation, concerned = fiche_with_everything()
    for renamed in (term, organisation, Tag.objects.get(name="bois")):
        settle()
        renamed.name = "Autre nom"
        renamed.save()
        assert waiting() == concerned, renamed


def test_a_term_above_is_said_by_those_who_carry_the_one_below(index):
    _, term, _, concerned = fiche_with_everything()
    above = TermFactory(name="Organisation")
    term.parent = above
    term.save()
    settle()
    above.name = "Organisation du travail"
    above.save()
    assert waiting() == concerned


@pytest.mark.parametrize(
    ("merging", "make"),
    [
        (TermMerging(), lambda: TermFactory(name="Autre")),
        (OrganisationMerging(), lambda: OrganisationFactory(name="Autre")),
        (TagMerging(), lambda: Tag.objects.create(name="autre", slug="autre")),
    ],
)
def test_a_merge_marks_who_carried_what_goes(index, merging, make):
    fiche, term, organisation, concerned = fiche_with_everything()
    old = {"Term": term, "Organisation": organisation}.get(
        merging.model.__name__, Tag.objects.filter(name="bois").first()
    )
    new = make()
    settle()
    merging.merge(old, new, None)
    assert waiting() == concerned
    drain()
    assert new.name in DocumentState.objects.get(pk=fiche.uid).text


def test_a_fiche_marks_what_speaks_of_it_when_it_is_published_moved_closed_or_deleted(index):
    fiche, _, _, concerned = fiche_with_everything()
    settle()
    fiche.save()
    assert waiting() == concerned
    settle()
    restriction = PageViewRestriction.objects.create(page=fiche, restriction_type="login")
    assert waiting() == concerned
    settle()
    restriction.delete()
    assert waiting() == concerned


def test_a_prize_given_to_another_fiche_marks_both(index):
    result = PrizeResultFactory()
    other = InitiativePageFactory()
    settle()
    result_page = result.initiative.uid
    result.initiative = other
    result.save()
    assert {result_page, other.uid} <= waiting()
    settle()
    result.delete()
    assert waiting() == {other.uid}


def test_a_verification_marks_its_fiche(index):
    fiche = InitiativePageFactory()
    settle()
    made = Verification.objects.create(initiative=fiche, verified_on=datetime.date(2025, 1, 1))
    assert waiting() == {fiche.uid}
    settle()
    made.delete()
    assert waiting() == {fiche.uid}


def test_an_event_marks_its_report(index):
    event = EventPageFactory()
    report = EventReportPageFactory(parent=event)
    settle()
    event.save()
    assert waiting() == {event.uid, report.uid}


def test_a_page_deleted_marks_what_spoke_of_it(index):
    event = EventPageFactory()
    video = VideoPageFactory()
    video.subjects.create(page=event)
    video.save()
    settle()
    event.delete()
    assert waiting() == {event.uid, video.uid}


def test_a_write_that_no_signal_tells_of_marks_by_itself(index, django_assert_max_num_queries):
    pages = [StandardPageFactory() for _ in range(3)]
    settle()
    StandardPageFactory._meta.model.objects.update(summary="Écrit d’un bloc.")
    assert not waiting()
    mark(Page.objects.filter(pk__in=[one.pk for one in pages]))
    assert waiting() == {one.uid for one in pages}


def test_pages_that_were_never_told_of_are_found_out(index):
    page = StandardPageFactory()
    DocumentState.objects.all().delete()
    mark_unknown()
    assert waiting() == {page.uid}


def test_many_pages_are_marked_by_as_many_questions_as_a_few(django_assert_max_num_queries):
    pages = [InitiativePageFactory() for _ in range(22)]
    with django_assert_max_num_queries(200) as few:
        mark(Page.objects.filter(pk__in=[one.pk for one in pages]))
    pages += [InitiativePageFactory() for _ in range(8)]
    with django_assert_max_num_queries(len(few)):
        mark(Page.objects.filter(pk__in=[one.pk for one in pages]))


def test_what_is_rolled_back_marks_nothing(index):
    page = StandardPageFactory()
    settle()
    with transaction.atomic():
        page.save()
        assert waiting()
        transaction.set_rollback(True)
    assert not waiting()


def test_a_transaction_asks_for_one_drain_whatever_it_holds(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        for _ in range(3):
            StandardPageFactory()
    assert sum(callback is draining._enqueue for callback in callbacks) == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_an_engine_that_is_down_keeps_nobody_from_publishing(memory_index, monkeypatch, caplog):
    def refuse(documents):
        raise EngineDownError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(memory_index, "put", refuse)
        page = StandardPageFactory(title="Publiée malgré tout")
    assert "disk full" in caplog.text
    assert waiting() == {page.uid}
    StandardPageFactory(title="Suivante")
    assert not waiting()
    assert len(memory_index.versions()) == 2
