"""Drafts and scheduled publishing."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Workflow

from hub.content.dashboard.panels import my_drafts, overdue
from hub.content.dashboard.permissions import editable_pages
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def ago(minutes):
    return timezone.now() - datetime.timedelta(minutes=minutes)


@pytest.fixture
def author(home, django_user_model):
    """Somebody who may add pages, and edit their own ones only."""
    group = Group.objects.create(name="Auteurs")
    GroupPagePermission.objects.create(group=group, page=home, permission_type="add")
    user = django_user_model.objects.create_user("auteur", password="x" * 12)
    user.groups.add(group)
    return user


def draft(user, **fields):
    page = StandardPageFactory(live=False, has_unpublished_changes=True, owner=user, **fields)
    page.save_revision(user=user)
    return page


def test_an_author_edits_their_own_pages_and_no_others(author, editor):
    mine, _ = draft(author), draft(editor)
    assert [page.pk for page in editable_pages(author)] == [mine.pk]


def test_somebody_without_a_group_edits_nothing(home, django_user_model):
    assert not editable_pages(django_user_model.objects.create_user("personne")).exists()


def test_my_drafts_are_those_that_i_began(author):
    page = draft(author)
    assert [one.pk for one in my_drafts(author)] == [page.pk]


def test_my_drafts_are_those_that_i_wrote_last(home, author, editor):
    page = draft(author)
    page.save_revision(user=editor)
    assert [one.pk for one in my_drafts(editor)] == [page.pk]


def test_the_draft_of_somebody_else_is_not_mine(author, editor):
    draft(author)
    draft(editor)
    assert len(my_drafts(author)) == 1


def test_a_published_page_is_no_draft(home, editor):
    StandardPageFactory(owner=editor)
    assert not my_drafts(editor).exists()


def test_a_draft_in_moderation_waits_for_somebody_else(home, editor):
    page = draft(editor)
    Workflow.objects.first().start(page, editor)
    assert not my_drafts(editor).exists()


def test_a_page_approved_for_a_later_day_is_no_draft(home, editor):
    page = draft(editor)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision(user=editor).publish()
    assert not my_drafts(editor).exists()


def approved(minutes_ago):
    page = StandardPageFactory(live=False)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    page.revisions.update(approved_go_live_at=ago(minutes_ago))
    return page


def test_what_should_have_been_published_is_overdue_until_it_is(home, editor):
    page = approved(11)
    assert [one.pk for one in overdue(editor)] == [page.pk]
    Page.objects.filter(pk=page.pk).update(go_live_at=ago(11))
    call_command("publish_scheduled")
    assert not overdue(editor).exists()


def test_what_should_have_been_withdrawn_is_overdue_until_it_is(home, editor):
    page = StandardPageFactory(expire_at=ago(11))
    assert [one.pk for one in overdue(editor)] == [page.pk]
    call_command("publish_scheduled")
    assert not overdue(editor).exists()


def test_ten_minutes_are_no_delay(home, editor):
    approved(9)
    StandardPageFactory(expire_at=ago(9))
    StandardPageFactory(expire_at=timezone.now() + datetime.timedelta(days=1))
    assert not overdue(editor).exists()


def test_a_date_that_nobody_approved_is_not_overdue(home, editor):
    draft(editor, go_live_at=ago(60))
    assert not overdue(editor).exists()
