"""A package that is not ours: enabled, disabled, enabled again, and nothing of it is lost."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from hub.launch.linking import SAMPLE
from tests.hub.plugins.outside import Outside

WORDS = "On a gardé ce qui marche."
FILL = f"""
from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.test import Client
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Site
from home.models import StandardPage
from hub_quote_wall.models import Quote, QuoteWallPage
import io, json

call_command("migrate", verbosity=0)
call_command("setup_site", stdout=io.StringIO())
editor = get_user_model().objects.create_superuser("editor", "editor@example.org", "x" * 12)
client = Client()
client.force_login(editor)
file = io.BytesIO()
Image.new("RGB", (8, 8)).save(file, "PNG")
picture = get_image_model()(title="Portrait", file=ImageFile(file, "portrait.png"))
picture.save()
quote = {{"words": "{WORDS}", "author": "Un menuisier", "picture": picture.pk}}
child = lambda name, value: {{"type": name, "value": value}}
body = [
    child("text", "<p>Avant.</p>"),
    child("quote_wall_quote", quote),
    child("section", {{"title": "Dedans", "content": [child("quote_wall_quote", quote)]}}),
]
home = Site.objects.get().root_page.specific
for page in (
    StandardPage(title="Page ordinaire", slug="ordinaire"),
    QuoteWallPage(title="Mur", slug="mur"),
):
    page.body = json.dumps(body)
    home.add_child(instance=page)
    page.save_revision().publish()
Quote.objects.create(words="{WORDS}", author="Un menuisier")
Quote.objects.create(words="Personne ne signe.")
call_command("rebuild_index", stdout=io.StringIO())
key = StandardPage.objects.get(slug="ordinaire").pk
print(json.dumps([client.cookies["sessionid"].value, key]))
"""
VISIT = """
import json, sys
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Page
client, admin = Client(raise_request_exception=False), Client(raise_request_exception=False)
admin.force_login(get_user_model().objects.get(username="editor"))
mur = Page.objects.get(slug="mur")
addresses = {
    "home": "/", "page": "/ordinaire/", "wall": "/mur/", "sitemap": "/sitemap-pages.xml",
    "plan": "/plan-du-site/", "json": "/modules/quote_wall/citations.json",
    "root": "/citations/", "form": "/recherche.titres", "modules": "/sitemap-modules.xml",
}
screens = {
    "dashboard": "/admin/", "list": f"/admin/pages/{mur.get_parent().pk}/",
    "edit": f"/admin/pages/{mur.pk}/edit/", "search": "/admin/pages/search/?q=mur",
    "chooser": "/admin/choose-page/search/?q=mur", "types": "/admin/reports/page-types-usage/",
    "history": "/admin/reports/site-history/", "work": "/admin/a-faire/quote_wall_sans_auteur/",
    "snippets": "/admin/snippets/hub_quote_wall/quote/",
}
seen = {}
for who, places in ((client, addresses), (admin, screens)):
    for name, address in places.items():
        answer = who.get(address, HTTP_HOST="127.0.0.1:8000")
        seen[name] = [answer.status_code, b"".join(answer).decode().replace("\\u00a0", " ")]
print(json.dumps(seen))
"""
ENABLED = {
    "home": "Entendu chez nous",
    "page": WORDS,
    "wall": 'type="application/json" title="Mur" href="http://127.0.0.1:8000/modules/',
    "sitemap": "/mur/",
    "plan": "/mur/",
    "json": WORDS,
    "root": WORDS,
    "form": "Mur\thttp://",
    "modules": "/citations/",
    "dashboard": "Citations sans auteur",
    "list": "Mur",
    "edit": "quote_wall_quote",
    "search": "Mur",
    "chooser": "Mur",
    "types": "</html>",
    "history": "Mur",
    "work": "Personne ne signe.",
    "snippets": "Personne ne signe.",
}
DISABLED = {
    "home": 200, "page": 200, "wall": 404, "sitemap": 200, "plan": 200, "json": 404,
    "root": 404, "form": 404, "modules": 404,
    "dashboard": 200, "list": 200, "edit": 302, "search": 200, "chooser": 200, "types": 200,
    "history": 200, "work": 404, "snippets": 404,
}  # fmt: skip
WRITERS = ("list", "search", "chooser", "history")  # who may edit still sees the title


@pytest.fixture(scope="module")
def filled(tmp_path_factory, migrated_sqlite):
    """A site with the plugin, whose content is then left to the tests of this module, in order.

    With it come the session of an editor, the key of a page, and what was seen at first.
    """
    outside = Outside.installed(tmp_path_factory.mktemp("outside"))
    data = outside.folder / "data"
    data.mkdir()
    shutil.copyfile(migrated_sqlite, data / "hub.sqlite3")
    made, visited = outside.script(FILL + VISIT).splitlines()
    return outside, *json.loads(made), json.loads(visited)


@pytest.fixture
def site(filled):
    return filled[0]


def seen(site, **more):
    return json.loads(site.script(VISIT, **more))


def assert_all_is_there(answers):
    found = {name: (status, ENABLED[name] in html) for name, (status, html) in answers.items()}
    assert found == dict.fromkeys(ENABLED, (200, True))
    assert answers["page"][1].count('<blockquote class="quote__text">') == 2


def test_enabled_disabled_and_enabled_again(filled):
    site, *_, at_first = filled
    assert_all_is_there(at_first)
    without = seen(site, plugins="video")
    assert {name: status for name, (status, _) in without.items()} == DISABLED
    assert not [name for name, (_, html) in without.items() if WORDS in html]
    # The answer that a page is not found names the address that was asked for.
    leads = {name for name, (_, html) in without.items() if "/mur/" in html} - {"wall"}
    assert leads <= set(WRITERS)
    assert_all_is_there(seen(site))


def test_the_command_lists_what_it_brings_then_what_is_missed(site):
    with_it = site.run("manage.py", "plugins")
    assert "quote_wall 1.2.0" in with_it.stdout
    for brought in ("quote_wall_quote", "quote_wall_latest (home_end)", "/modules/quote_wall/"):
        assert brought in with_it.stdout
    assert "quote_wall_sans_auteur" in with_it.stdout
    assert "types de contenus cherchés : quote_wall\n" in with_it.stdout
    assert "critères de recherche : quote_wall_auteur\n" in with_it.stdout
    assert "autres formes des résultats : titres\n" in with_it.stdout
    assert "adresses : /modules/quote_wall/, /citations/\n" in with_it.stdout
    assert with_it.stderr == ""
    without = site.run("manage.py", "plugins", plugins="video")
    assert (
        "Installés, non activés : exports, feeds, integration, linked_data, map, quote_wall"
        in without.stdout
    )
    block, pages = sorted(without.stderr.splitlines())
    assert block.startswith("hub.W105: The block “quote_wall_quote” is in 1 stored object")
    assert "“quote_wall” is installed: add it to HUB_PLUGINS." in block
    assert pages.startswith("hub.W105: The type “hub_quote_wall.quotewallpage” has 1 stored object")


def test_a_raising_hook_takes_neither_the_page_nor_the_dashboard_down(site):
    """A size that is not a number makes the section raise."""
    visited = site.run_script(VISIT, HUB_QUOTE_WALL_SIZE="trois")
    status, html = json.loads(visited.stdout)["home"]
    assert status == 200
    assert "Entendu chez nous" not in html
    assert "Plugin “quote_wall”: its section “quote_wall_latest” raises." in visited.stderr


@pytest.mark.browser
def test_what_an_editor_publishes_without_the_plugin_keeps_its_content(filled, browser):
    """The blocks of the plugin, nested ones too, go through the editor and a publication."""
    site, session, key, _ = filled
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    more = {"plugins": "video", "HUB_URL": address}
    server = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", str(port), "--noreload"],
        env=site.environment(**more), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for(f"{address}/admin/login/")
        _publish_with_a_new_title(browser, address, session, key)
    finally:
        server.terminate()
        server.wait()
    answers = seen(site)
    assert_all_is_there(answers)
    assert "Titre changé" in answers["page"][1]


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address):
    for _ in range(300):
        try:
            urllib.request.urlopen(address)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"{address} does not answer.")


def _publish_with_a_new_title(browser, address, session, key):
    visit = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    visit.set_default_timeout(60_000)
    visit.add_cookies([{"name": "sessionid", "value": session, "url": address}])
    page = visit.new_page()
    page.goto(f"{address}/admin/pages/{key}/edit/")
    page.get_by_text("Ce contenu est conservé tel quel").first.wait_for()
    page.locator("#id_title").fill("Titre changé")
    footer = page.locator("footer")
    footer.get_by_role("button", name="Plus d’actions").or_(
        footer.get_by_role("button", name="Plus d'actions")
    ).click()
    with page.expect_navigation():
        footer.locator("button[name=action-publish]").click()
    page.get_by_text("publiée").first.wait_for()
    visit.close()


def test_its_own_tests_are_green(tmp_path, request):
    """Those of the conformance suite among them."""
    site = Outside.installed(tmp_path)
    environment = site.environment(
        PYTHONPATH=os.pathsep.join([str(tmp_path), str(Path.cwd())]),
        PYTEST_PLUGINS="tests.migrated",
    )
    del environment["DJANGO_SETTINGS_MODULE"]  # its own settings, of tests, begin with what is kept
    cache = request.config.cache.mkdir("hub").parent.parent
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-o", f"cache_dir={cache}"],
        cwd=SAMPLE, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout
