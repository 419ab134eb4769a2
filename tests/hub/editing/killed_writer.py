"""`python -m tests.hub.editing.killed_writer ACTION`: begins to write, and is killed half-way.

Run by test_killed.py in a process of its own, on the site in HUB_DATA. The kill comes between
Wagtail's two writes: the revision is written, the publication is not.
"""

import datetime
import os
import signal
import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.actions.publish_revision import PublishRevisionAction  # noqa: E402
from wagtail.models import TaskState, Workflow  # noqa: E402

from home.models import HomePage, StandardPage  # noqa: E402
from hub.content.publishing import publish_new  # noqa: E402
from tests.admin_forms import send  # noqa: E402
from tests.factories import HomePageFactory  # noqa: E402


def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)


def prepare():
    home = HomePageFactory()
    editor = get_user_model().objects.create_superuser("editor", "editor@example.org", "x" * 12)
    publish_new(home, StandardPage(title="Avant", slug="publiee", summary="Un résumé."))
    proposed = StandardPage(title="Proposée", slug="proposee", summary="Un résumé.", live=False)
    home.add_child(instance=proposed)
    proposed.save_revision(user=editor)
    Workflow.objects.first().start(proposed, editor)
    for slug in ("premiere", "seconde"):
        page = StandardPage(title=slug, slug=slug, summary="Un résumé.", live=False)
        home.add_child(instance=page)
        page.save_revision(approved_go_live_at=timezone.now() - datetime.timedelta(hours=1))


def edit(client):
    page = StandardPage.objects.get(slug="publiee")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    send(client, address, StandardPage, title="Après", action__publish="1")


def create(client):
    home = HomePage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    new = {"title": "Neuve", "slug": "neuve", "summary": "Un résumé."}
    send(client, address, StandardPage, **new, action__publish="1")


def approve(client):
    page = StandardPage.objects.get(slug="proposee")
    names = [page.pk, "approve", TaskState.objects.get().pk]
    client.post(reverse("wagtailadmin_pages:workflow_action", args=names), {"next": "/admin/"})


def schedule(client):
    """Publish the first page whole, and be killed while the second one is written."""
    call_command("publish_scheduled")


def die_at_the_second_page():
    original, seen = PublishRevisionAction._after_publish, []

    def after_publish(action):
        seen.append(action)
        return die() if len(seen) == 2 else original(action)

    PublishRevisionAction._after_publish = after_publish


def main(action):
    if action == "prepare":
        return prepare()
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get())
    if action == "schedule":
        die_at_the_second_page()
    else:
        PublishRevisionAction.execute = die
    return {"edit": edit, "create": create, "approve": approve, "schedule": schedule}[action](
        client
    )


if __name__ == "__main__":
    main(sys.argv[1])
