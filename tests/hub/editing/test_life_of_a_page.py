"""Drafts, versions, comments, locks, moderation, dates: the same for every type of page."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Workflow

from hub.editing.roles import Role
from tests.admin_forms import filled, send
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
EVERY_TYPE = pytest.mark.parametrize("name", PAGE_TYPES)
JSON = {"Accept": "application/json"}


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def moderator(home, django_user_model):
    user = django_user_model.objects.create_user("moderation", password="x" * 12)
    user.groups.add(Group.objects.get(name=Role.MODERATION))
    return user


@pytest.fixture
def page(home, request):
    """A published page, and the type of it."""
    make, _ = PAGE_TYPES[request.getfixturevalue("name")]
    page = make()
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def url(view, page, *more):
    return reverse(f"wagtailadmin_pages:{view}", args=[page.pk, *more])


def autosave(client, page, data):
    return client.post(
        url("edit", page),
        data.urlencode(),
        content_type="application/x-www-form-urlencoded",
        headers=JSON,
    ).json()


@EVERY_TYPE
def test_a_draft_is_kept_as_it_is_typed_beside_what_the_public_reads(admin, page, name):
    data = filled(admin, url("edit", page), type(page))
    data["title"] = "Un début"
    first = autosave(admin, page, data)
    data["title"], data["overwrite_revision_id"] = "Un début de titre", first["revision_id"]
    second = autosave(admin, page, data)
    assert (first["success"], second["revision_id"]) == (True, first["revision_id"])
    public = type(page).objects.get(pk=page.pk)
    assert public.title == page.title
    assert public.get_latest_revision_as_object().title == "Un début de titre"
    assert public.has_unpublished_changes


@EVERY_TYPE
def test_versions_are_listed_compared_and_taken_back(admin, page, name):
    send(admin, url("edit", page), type(page), title="Une autre version")
    first, second = page.revisions.order_by("pk")
    assert admin.get(url("history", page)).status_code == 200
    compared = admin.get(url("revisions_compare", page, first.pk, second.pk)).content.decode()
    assert "Une autre version" in compared.replace('<span class="addition">', "").replace(
        "</span>", ""
    )
    again = admin.get(url("revisions_revert", page, first.pk)).content.decode()
    assert page.title in again


@EVERY_TYPE
def test_a_comment_is_left_on_a_field(admin, page, name, editor):
    new = {
        "comments__TOTAL_FORMS": "1",
        "comments__INITIAL_FORMS": "0",
        "comments__0__text": "À préciser",
        "comments__0__contentpath": "title",
        "comments__0__position": "",
        "comments__0__DELETE": "",
        "comments__0__resolved": "",
        "comments__0__id": "",
        "comments__0__replies__TOTAL_FORMS": "0",
        "comments__0__replies__INITIAL_FORMS": "0",
    }
    send(admin, url("edit", page), type(page), **new)
    comment = Comment.objects.get()
    assert (comment.page_id, comment.text, comment.user) == (page.pk, "À préciser", editor)


@EVERY_TYPE
def test_a_locked_page_is_changed_by_nobody_else(admin, client, page, name, moderator):
    admin.post(url("lock", page))
    client.force_login(moderator)
    answer = send(client, url("edit", page), type(page), title="Par-dessus")
    assert answer.status_code == 200
    assert page.get_latest_revision_as_object().title == page.title
    client.post(url("unlock", page))
    page.refresh_from_db()
    assert not page.locked


@EVERY_TYPE
def test_a_page_is_proposed_and_accepted(admin, client, page, name, moderator):
    send(admin, url("edit", page), type(page), title="Proposée", action__submit="1")
    page.refresh_from_db()
    assert page.current_workflow_state.workflow.name == "la relecture"
    assert page.title != "Proposée"
    client.force_login(moderator)
    client.post(url("workflow_action", page, "approve", page.current_workflow_task_state.pk))
    page.refresh_from_db()
    assert (page.title, page.current_workflow_state) == ("Proposée", None)


@EVERY_TYPE
def test_a_page_is_approved_for_a_later_day(admin, page, name):
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    changes = {"title": "Demain", "go_live_at": f"{tomorrow:%Y-%m-%d %H:%M}"}
    send(admin, url("edit", page), type(page), **changes, action__publish="1")
    page = type(page).objects.get(pk=page.pk)
    assert page.title != "Demain"
    assert page.scheduled_revision.content["title"] == "Demain"


def test_the_workflow_of_a_new_site_speaks_french_and_asks_those_who_moderate(home, moderator):
    (workflow,) = Workflow.objects.all()
    (task,) = workflow.tasks.all()
    assert (workflow.name, task.name) == ("la relecture", "Relecture")
    assert Role.MODERATION in task.specific.groups.values_list("name", flat=True)
    assert home.get_workflow() == workflow
