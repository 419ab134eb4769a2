"""Whatever is wrong with a package is one numbered sentence, for the checks and for the start."""

import shutil

import pytest

from hub.launch.linking import SAMPLE
from tests.hub.plugins.outside import Outside

MODULE = "hub_quote_wall"


def replace(file, old, new):
    def change(package):
        path = package / MODULE / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def nothing(package):
    """The package stays as it is."""


FAULTS = {
    "unknown name": ("hub.E106", nothing, {"plugins": "quote_wal"}),
    "named twice": ("hub.E101", nothing, {"plugins": "quote_wall,video,quote_wall"}),
    "missing setting": ("hub.E103", nothing, {"HUB_QUOTE_WALL_SOURCE": ""}),
    "wrong API": ("hub.E102", replace("apps.py", '">=1.4,<2"', '">=2"'), {}),
    "API unreadable": ("hub.E102", replace("apps.py", '">=1.4,<2"', '"deux"'), {}),
    "misspelt hook": ("hub.E107", replace("plugin.py", "def page_sections", "def sections"), {}),
    "raises when loaded": (
        "hub.E108",
        replace("plugin.py", "@hookimpl\ndef installed_apps", "1 / 0\n\n\ndef installed_apps"),
        {},
    ),
    "foreign name": ("hub.E109", replace("plugin.py", '"quote_wall_quote"', '"quote"'), {}),
    "changes a model of ours": (
        "hub.E104",
        replace(
            "models.py",
            "@register_snippet",
            "from home.models import StandardPage\n"
            'models.BooleanField(null=True).contribute_to_class(StandardPage, "walled")\n\n\n'
            "@register_snippet",
        ),
        {},
    ),
}


@pytest.mark.parametrize(("number", "change", "more"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_one_numbered_sentence_and_refuses_the_start(tmp_path, number, change, more):
    package = tmp_path / "package"
    shutil.copytree(SAMPLE, package, ignore=shutil.ignore_patterns("__pycache__"))
    change(package)
    site = Outside.installed(tmp_path, package)
    more = {"DJANGO_SETTINGS_MODULE": "hub.settings.base"} | more
    # Side by side: both take a second or two to load the site.
    check, start = (
        site.start(*command, **more)
        for command in (("manage.py", "check"), ("-c", "import hub.wsgi"))
    )
    checked, started = check.communicate()[1], start.communicate()[1]
    assert (check.returncode, start.returncode) == (1, 1)
    assert f"({number})" in checked
    assert started.startswith(f"{number}: ")
    assert len(started.splitlines()) == 1
    assert "Traceback" not in checked
