"""The data block of a page."""

import json
import re

import pytest

from hub.content.breadcrumbs import Crumb
from hub.content.structured_data import breadcrumb_list, json_ld_script

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]>",
    "a & b",
    "\u2028\u2029",
    '"',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_leaves_the_block_and_none_is_changed(text):
    script = json_ld_script({"name": text})
    body = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', script, re.S).group(1)
    assert not set("<>&\u2028\u2029") & set(body)
    assert json.loads(body) == {"name": text}


def test_what_is_unknown_is_left_out():
    assert "url" not in json_ld_script({"name": "x", "url": None, "description": ""})


def test_the_way_is_numbered_and_its_end_has_no_address():
    way = breadcrumb_list([Crumb("Accueil", "/"), Crumb("Ici")], "https://example.org")
    assert way["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Accueil", "item": "https://example.org/"},
        {"@type": "ListItem", "position": 2, "name": "Ici"},
    ]
