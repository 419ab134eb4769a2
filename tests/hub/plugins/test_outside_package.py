"""A package that is not ours, found by its entry point, in processes of its own."""

import json
import os
import subprocess
import sys
import textwrap

import pytest
from django.conf import settings

PLUGIN = """
    from hub.plugins import BlockSpec, hookimpl

    @hookimpl
    def installed_apps():
        return ["hub_wall"]

    @hookimpl
    def stream_blocks():
        from hub.content.blocks.image_chooser import PictureChooserBlock
        from wagtail.blocks import CharBlock, StructBlock

        class QuoteBlock(StructBlock):
            words = CharBlock()
            picture = PictureChooserBlock(required=False)

        return [BlockSpec("wall_quote", QuoteBlock())]

    @hookimpl
    def urlpatterns():
        from django.http import HttpResponse
        from django.urls import path
        return [path("mur/", lambda request: HttpResponse("le mur"))]
"""
APPS = """
    from hub.plugins.config import HubPluginConfig

    class WallConfig(HubPluginConfig):
        name = "hub_wall"
        plugin = "wall"
        api = "{api}"
        required_settings = {required}
"""
SHOWN = """
    import json, django
    django.setup()
    from django.test import Client
    from home.models import StandardPage
    from initiatives.models import InitiativePage
    body = StandardPage._meta.get_field("body").stream_block
    fiche = InitiativePage._meta.get_field("body").stream_block
    nested = body.child_blocks["section"].child_blocks["content"]
    print(json.dumps({
        "blocks": ["wall_quote" in stream.child_blocks for stream in (body, fiche, nested)],
        "answer": Client().get("/modules/wall/mur/", HTTP_HOST="127.0.0.1").content.decode(),
    }))
"""


@pytest.fixture
def package(tmp_path):
    """Write the package as an installer would, and return how to run something with it."""

    def write(api=">=1,<2", required="()", plugin=PLUGIN):
        folder, metadata = tmp_path / "hub_wall", tmp_path / "hub_wall-1.2.dist-info"
        folder.mkdir()
        metadata.mkdir()
        (folder / "__init__.py").write_text("")
        (folder / "plugin.py").write_text(textwrap.dedent(plugin))
        (folder / "apps.py").write_text(textwrap.dedent(APPS.format(api=api, required=required)))
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: hub-wall\nVersion: 1.2\n")
        (metadata / "entry_points.txt").write_text("[hub]\nwall = hub_wall.plugin\n")
        return tmp_path

    return write


def run(folder, *command, plugins="wall,video", **more):
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("HUB_")},
        "PYTHONPATH": str(folder),
        "HUB_DATA": str(folder / "data"),
        "HUB_PLUGINS": plugins,
        "DJANGO_SETTINGS_MODULE": "hub.settings.base",
        "PYTHONWARNINGS": "ignore",
        **more,
    }
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_its_blocks_stand_in_every_composition_and_its_addresses_answer(package):
    folder = package()
    made = run(folder, "manage.py", "migrate", "--verbosity=0")
    assert made.returncode == 0, made.stderr
    shown = run(folder, "-c", textwrap.dedent(SHOWN))
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout) == {"blocks": [True, True, True], "answer": "le mur"}


def test_it_is_listed_and_no_application_of_ours_needs_a_migration(package):
    folder = package()
    listed = run(folder, "manage.py", "plugins")
    assert "wall 1.2" in listed.stdout
    assert "wall_quote" in listed.stdout
    assert listed.stderr == ""
    checked = run(folder, "manage.py", "check")
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("wrong", "number"),
    [
        ({"api": ">=2"}, "hub.E102"),
        ({"api": "deux"}, "hub.E102"),
        ({"required": '("TOKEN",)'}, "hub.E103"),
        ({"plugin": PLUGIN.replace("def urlpatterns", "def url_patterns")}, "hub.E107"),
        ({"plugin": "raise RuntimeError('en panne')"}, "hub.E108"),
        ({"plugin": PLUGIN.replace('"wall_quote"', '"quote"')}, "hub.E109"),
    ],
)
def test_a_fault_is_one_numbered_sentence_for_the_checks_and_refuses_the_start(
    package, wrong, number
):
    folder = package(**wrong)
    checked = run(folder, "manage.py", "check")
    assert checked.returncode == 1
    assert number in checked.stderr
    assert "Traceback" not in checked.stderr
    started = run(folder, "-c", "import hub.wsgi")
    assert started.returncode == 1
    assert started.stderr.startswith(number)
    assert "Traceback" not in started.stderr


def test_a_setting_that_is_given_is_enough(package):
    folder = package(required='("TOKEN",)')
    assert run(folder, "manage.py", "check", HUB_WALL_TOKEN="x").returncode == 0


def test_an_installed_plugin_that_nobody_enabled_brings_nothing(package):
    listed = run(package(), "manage.py", "plugins", plugins="video")
    assert "wall 1.2" not in listed.stdout
    assert "Installés, non activés : wall" in listed.stdout
