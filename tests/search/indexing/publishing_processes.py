"""`python -m tests.search.indexing.publishing_processes ACTION`: real processes write to one index.

Run by test_processes.py on the site in HUB_DATA and its database; prints what the database and the
index hold in the end, as JSON.
"""

import json
import os
import random
import signal
import sys
import time

import django

django.setup()

from django.db import connections, transaction  # noqa: E402
from wagtail.models import PageLogEntry, Revision  # noqa: E402

from home.models import StandardPage  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.indexing.draining import drain  # noqa: E402
from search.indexing.rebuilding import rebuild  # noqa: E402
from search.indexing.reconciling import differences  # noqa: E402
from search.models import DocumentState  # noqa: E402
from tests.factories import HomePageFactory  # noqa: E402

WRITERS, EACH, TIMES, KILLS = 4, 25, 4, 6


def prepare(count):
    home = HomePageFactory()
    with transaction.atomic():
        for number in range(count):
            home.add_child(instance=StandardPage(title=f"Page {number}", live=False))
    rebuild()


def publish(keys):
    for key in keys:
        with transaction.atomic():
            page = StandardPage.objects.select_for_update().get(pk=key)
            page.summary = f"Publiée par le processus {os.getpid()}."
            page.save_revision().publish()


def forked(work):
    """Do `work` in a child process; return its number."""
    connections.close_all()
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)
    return 0


def race():
    """Publish all pages from four processes at once, each page several times."""
    prepare(WRITERS * EACH)
    keys = list(StandardPage.objects.order_by("pk").values_list("pk", flat=True))
    children = [
        forked(lambda rank=rank: publish(keys[rank::WRITERS] * TIMES)) for rank in range(WRITERS)
    ]
    for child in children:
        os.waitpid(child, 0)


def killed():
    """Publish pages again and again, and be killed at any moment of it."""
    prepare(10)
    keys = list(StandardPage.objects.order_by("pk").values_list("pk", flat=True))
    for _ in range(KILLS):
        child = forked(lambda: publish(keys * 100))
        time.sleep(random.uniform(0.1, 0.7))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    drain()


def told():
    engine = get_engine()
    (everything,) = engine.msearch([{"query": {"match_all": {}}, "size": 0}])
    return {
        "state": engine.state(),
        "total": everything.total,
        "live": StandardPage.objects.visible().count(),
        "revisions": Revision.objects.count(),
        "published": PageLogEntry.objects.filter(action="wagtail.publish").count(),
        "waiting": DocumentState.objects.pending().count(),
        "differs": bool(differences()),
    }


if __name__ == "__main__":
    {"race": race, "killed": killed}[sys.argv[1]]()
    sys.stdout.write(json.dumps(told()))
