"""A page is saved and published through the admin in one transaction: both or neither."""

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page, Revision, TaskState, Workflow, WorkflowState
from wagtail.signals import page_published

from hub.content.checks import hub_page_models
from hub.editing.atomic import AtomicPost
from tests.admin_forms import send
from tests.factories import StandardPageFactory
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
WRITERS = [
    "add", "copy", "edit", "lock", "move_confirm", "revisions_revert", "revisions_unschedule",
    "set_page_position", "set_privacy", "unlock", "unpublish", "workflow_action",
]  # fmt: skip


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    client.raise_request_exception = False
    return client


@pytest.fixture
def publication_fails():
    """Something that listens to publications, and breaks."""

    def fail(**kwargs):
        raise RuntimeError("a receiver broke")

    page_published.connect(fail)
    yield
    page_published.disconnect(fail)


def state():
    return Page.objects.count(), Revision.objects.count(), Page.objects.filter(live=True).count()


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize("model", hub_page_models(), ids=lambda model: model.__name__)
def test_every_view_that_writes_a_page_is_one_transaction(model):
    reverse("wagtailadmin_home")  # the registry is filled when addresses are first read
    viewset = page_viewset_registry.get_by_type(model)
    loose = [
        name
        for name in WRITERS
        if not issubclass(viewset.get_view_by_name(name).view_class, AtomicPost)
    ]
    assert loose == []


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_page_of_every_type_is_saved_and_published(admin, home, name):
    make, _ = PAGE_TYPES[name]
    page = make()
    response = send(admin, edit(page), type(page), title="Un autre titre", action__publish="1")
    page.refresh_from_db()
    assert (response.status_code, page.title) == (302, "Un autre titre")
    assert page.live_revision_id == page.latest_revision_id


def test_a_failure_while_publishing_leaves_neither_revision_nor_change(
    admin, home, publication_fails
):
    page = StandardPageFactory(title="Avant")
    before = state()
    response = send(admin, edit(page), type(page), title="Après", action__publish="1")
    page.refresh_from_db()
    assert response.status_code == 500
    assert (page.title, state()) == ("Avant", before)


def test_a_failure_while_publishing_a_new_page_leaves_no_draft(admin, home, publication_fails):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    model = type(StandardPageFactory.build())
    before = state()
    response = send(
        admin, address, model, title="Contact", slug="contact", summary="x", action__publish="1"
    )
    assert response.status_code == 500
    assert state() == before


def submitted(user):
    page = StandardPageFactory(live=False, title="Proposée")
    page.save_revision(user=user)
    workflow = Workflow.objects.first().start(page, user)
    task = workflow.current_task_state
    return page, reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])


def test_an_approval_publishes(admin, home, editor):
    page, address = submitted(editor)
    assert admin.post(address, {"next": "/admin/"}).status_code == 302
    page.refresh_from_db()
    assert page.live


def test_a_failure_while_approving_leaves_the_page_in_moderation(
    admin, home, editor, publication_fails
):
    _, address = submitted(editor)
    before = state()
    assert admin.post(address, {"next": "/admin/"}).status_code == 500
    assert state() == before
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_an_incomplete_page_is_not_approved_and_the_moderator_is_told_why(
    admin, home, editor, monkeypatch
):
    page, address = submitted(editor)

    def refuse(*args, **kwargs):
        raise ValidationError("Écrivez un résumé.")

    monkeypatch.setattr(type(page), "full_clean", refuse)
    response = admin.post(address, {"next": "/admin/"})
    assert response["Location"] == edit(page)
    (said,) = get_messages(response.wsgi_request)
    assert str(said) == "Rien n’a changé. Écrivez un résumé."
    page.refresh_from_db()
    assert not page.live


def test_opening_a_form_begins_no_transaction(admin, home, monkeypatch):
    """On SQLite a transaction takes the one place of writer: readers must not wait for it."""
    page = StandardPageFactory()
    depths = []
    original = type(page).permissions_for_user

    def spy(self, user):
        depths.append(len(connection.savepoint_ids))
        return original(self, user)

    outside = len(connection.savepoint_ids)
    monkeypatch.setattr(type(page), "permissions_for_user", spy)
    admin.get(edit(page))
    assert set(depths) == {outside}
    send(admin, edit(page), type(page), title="Après")
    assert max(depths) > outside
