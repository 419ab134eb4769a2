"""`python -m tests.upgrade.site ACTION`: a site of few pages, in HUB_DATA and its database.

`fill` migrates and makes pages of every type; `visit` migrates what an earlier version left, asks
for every page and for its form of editing, and prints what was answered, as JSON.
"""

import json
import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.models import Page  # noqa: E402

from hub.launch.prepare import missing_migrations  # noqa: E402
from tests.page_types import PAGE_TYPES  # noqa: E402

OTHERS = ("/recherche/?q=page", "/plan-du-site/", "/sitemap.xml", "/admin/")


def fill():
    call_command("migrate", verbosity=0)
    for make, complete in PAGE_TYPES.values():
        complete(make(), 1)


def visit():
    call_command("migrate", verbosity=0)
    call_command("rebuild_index", verbosity=0)
    visitor, editor = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
    editor.force_login(get_user_model().objects.create_superuser("editor"))
    pages = [page for page in Page.objects.live().specific().order_by("path") if page.url]
    of_each_kind = {type(page).__name__: page for page in pages}
    forms = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in of_each_kind.values()]
    asked = [(visitor, page.url) for page in pages]
    asked += [(editor, address) for address in (*forms, *OTHERS)]
    return {
        "missing": missing_migrations(),
        "kinds": sorted(of_each_kind),
        "pages": len(pages),
        "answers": {address: client.get(address).status_code for client, address in asked},
        "found": visitor.get("/recherche/?q=fiche").content.decode().count("<article"),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"fill": fill, "visit": visit}[sys.argv[1]]()))
