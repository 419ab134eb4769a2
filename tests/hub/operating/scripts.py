"""What the tests do on a site from inside, in a process of its own."""

import hashlib
import json
import sys
import time
import warnings
from contextlib import suppress
from io import StringIO
from itertools import count
from pathlib import Path

import django


def main(name, *words):
    """Run one function below; its answer is the last line."""
    warnings.simplefilter("ignore")
    django.setup()
    sys.stdout.write(json.dumps(globals()[name](*words)) + "\n")


def fill(number="3"):
    """Publish fiches with an image and a document, and index them."""
    from django.core.management import call_command

    from tests.factories import DocumentFactory

    call_command("setup_site", stdout=StringIO())
    parent = _index()
    for index in range(int(number)):
        _publish(parent, f"Conciergerie solidaire {index}")
    DocumentFactory()
    call_command("rebuild_index", verbosity=0)
    return number


def write_for_ever():
    """Publish one fiche after another until killed, each with an image of its own."""
    parent = _index()
    for index in count():
        _publish(parent, f"Ruche {index}")
        sys.stdout.write(f"{index}\n")
        sys.stdout.flush()


def content():
    """Return all that a restored site must have: rows, files, answers."""
    from django.conf import settings
    from django.test import Client

    # First of all: the first visit of a page makes its pictures.
    client = Client(HTTP_HOST="127.0.0.1")
    pages = {
        path: _words(client.get(path))
        for path in (
            "/",
            "/initiatives/?q=conciergeries",
            "/recherche/?q=solidarite",
            "/plan-du-site/",
        )
    }
    media = Path(settings.MEDIA_ROOT)
    files = {
        str(path.relative_to(media)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(media.rglob("*")) if path.is_file()
    }  # fmt: skip
    return {"rows": _rows(), "files": files, "pages": pages}


def at_rest():
    """Make the index anew; return the content."""
    from django.core.management import call_command

    call_command("rebuild_index", verbosity=0)
    return content()


def restored():
    """Return the rows, the images whose file is not there, and what is said of the index."""
    from django.core.management import call_command

    from hub.content.models import HubImage

    missing = [
        str(image.file) for image in HubImage.objects.all() if not Path(image.file.path).exists()
    ]
    call_command("check_index", stdout=(said := StringIO()))
    return {"rows": _rows(), "missing_files": missing, "check_index": said.getvalue()}


def postgresql():
    """Return whether PostgreSQL has what no row holds."""
    from wagtail.models import Page
    from wagtail.search.backends import get_search_backend

    from hub.content.freshness.models import ContentVersion

    found = len(get_search_backend().search("conciergerie", Page.objects.all()))
    last, version = Page.objects.order_by("pk").last(), str(ContentVersion.objects.get())
    new = _publish(_index(), "Après le déménagement")
    moves = str(ContentVersion.objects.get()) != version
    return {"found": found, "moves": moves, "is_new": new.pk > last.pk}


def _index():
    from initiatives.models import InitiativeIndexPage

    return InitiativeIndexPage.objects.get()


def _publish(parent, title):
    from django.db import transaction

    from tests.factories import ImageFactory, InitiativePageFactory

    with transaction.atomic():
        image = ImageFactory()
        page = InitiativePageFactory(parent=parent, title=title, logo=image)
        page.save_revision().publish()
    return page


def _words(response):
    body = getattr(response, "content", b"").decode()
    return [
        response.status_code,
        [line.strip() for line in body.splitlines() if "onciergerie" in line],
    ]


def _rows():
    """Return a fingerprint of each table, whatever the kind of database."""
    from django.apps import apps
    from django.core.serializers import serialize

    # What is made anew, and what a visit or a start may write.
    left = {"hub_search", "wagtailsearch", "modelsearch", "operating", "sessions"}
    moving = {"askedwords", "contentversion"}
    models = [
        one for one in apps.get_models(include_auto_created=True)
        if one._meta.app_label not in left and one._meta.model_name not in moving
    ]  # fmt: skip
    found = {}
    for model in models:
        rows = _unfolded(json.loads(serialize("json", model._base_manager.order_by("pk"))))
        text = json.dumps(rows, sort_keys=True)
        found[model._meta.label] = [len(rows), hashlib.sha256(text.encode()).hexdigest()]
    return found


def _unfolded(value):
    """Return a value without JSON in texts: a database may put its keys in another order."""
    if isinstance(value, dict):
        return {name: _unfolded(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_unfolded(one) for one in value]
    if isinstance(value, str) and value[:1] in {"[", "{"}:
        with suppress(ValueError):
            return _unfolded(json.loads(value))
    return value


def enqueue_a_drain():
    """Have a task wait for the worker."""
    from search.indexing.draining import drain_outbox

    return str(drain_outbox.enqueue().status)


def signs_of_life():
    """Return whether the worker has done its task, and the scheduler each of its jobs."""
    from django_tasks_db.models import DBTaskResult

    from hub.operating.jobs import jobs
    from hub.operating.models import Heartbeat

    alive = set(Heartbeat.objects.exclude(succeeded_at=None).values_list("name", flat=True))
    expected = {job.command for job in jobs()} | {"scheduler", "worker"}
    tasks = DBTaskResult.objects.exclude(status="SUCCESSFUL").count()
    return {"all": expected <= alive and not tasks, "missing": sorted(expected - alive)}


def health():
    """Return what `/sante/` answers, and how soon."""
    from django.test import Client

    began = time.monotonic()
    response = Client().get("/sante/")
    seconds = time.monotonic() - began
    return {"status": response.status_code, "seconds": seconds, "body": response.content.decode()}
