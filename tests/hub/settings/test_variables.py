"""Every variable that the settings read is explained to who operates the site."""

import re

from django.conf import settings

from hub.settings import base

ROOT = settings.BASE_DIR
ROW = re.compile(r"^\| `(\w+)`", re.MULTILINE)
READ = re.compile(r"(?:environ(?:\.get)?[(\[]|whole_number\(|getenv\()\s*\"(\w+)\"")
UNTOLD = {"HUB_TEST_PLUGINS", "HUB_TEST_DATABASE_URL"}  # of the tests


def table_of_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return set(ROW.findall(text.partition("## Configuration")[2].partition("\n## ")[0]))


def test_the_readme_says_what_the_settings_say():
    assert table_of_the_readme() == set(ROW.findall(base.__doc__))


def test_all_that_is_read_is_in_the_table():
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "hub/settings").glob("*.py"))
    read = {name for text in sources for name in READ.findall(text)}
    assert len(read) > 10
    assert read - UNTOLD - table_of_the_readme() == set()
