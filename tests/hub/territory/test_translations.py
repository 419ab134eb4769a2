import gettext
import re
from pathlib import Path

import wagtailgeowidget
from django.conf import settings

CATALOGUE = Path(settings.BASE_DIR) / "hub" / "locale" / "fr" / "LC_MESSAGES"


def compiled():
    with (CATALOGUE / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_every_string_of_the_map_control_is_translated():
    source = Path(wagtailgeowidget.__file__).with_name("widgets.py").read_text()
    strings = re.findall(r'_\(\s*"([^"]+)"\s*\)', source)
    catalogue = compiled()
    assert len(strings) == 5
    assert [text for text in strings if catalogue.gettext(text) == text] == []


def test_the_compiled_catalogue_holds_what_the_readable_one_says():
    source = (CATALOGUE / "django.po").read_text()
    found = re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', source, re.M)
    written = [text.replace('\\"', '"') for text in found]
    catalogue = compiled()
    assert sorted(written) == sorted(text for key, text in catalogue._catalog.items() if key)
