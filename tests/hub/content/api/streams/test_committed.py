"""The schema that partners rely on is the one in the repository; it breaks under a new version."""

import copy
import json

import pytest
from django.conf import settings

from hub.content.api.streams import blocks_schema
from tests.hub.content.api.streams.compatibility import breaks

COMMITTED = settings.BASE_DIR / "examples" / "blocks.schema.json"
HOW = "Where the change is wanted: pytest tests/hub/content/api/streams --accept-schemas"


def test_the_committed_schema_is_that_of_the_code(request):
    now, then = blocks_schema(), json.loads(COMMITTED.read_text(encoding="utf-8"))
    found = breaks(then, now) if then["version"] == now["version"] else []
    assert not found, "Raise SCHEMA_VERSION, or keep what readers rely on:\n" + "\n".join(found)
    if request.config.getoption("--accept-schemas", default=False):
        text = json.dumps(now, ensure_ascii=False, indent=2)
        COMMITTED.write_text(f"{text}\n", encoding="utf-8")
        return
    assert now == then, HOW


def without(schema, *path):
    changed = copy.deepcopy(schema)
    inside = changed
    for name in path[:-1]:
        inside = inside[name]
    del inside[path[-1]]
    return changed


def having(schema, value, *path):
    changed = copy.deepcopy(schema)
    inside = changed
    for name in path[:-1]:
        inside = inside[name]
    inside[path[-1]] = value
    return changed


QUOTE = ("$defs", "block.quote", "properties", "value")
SECTION = ("$defs", "block.section", "properties", "value", "properties")
CARDS = ("$defs", "block.themes", "properties", "value", "properties", "pages", "items")
BACKGROUND = (*SECTION, "background", "oneOf", 0, "allOf", 1, "properties", "code", "enum")


@pytest.mark.parametrize(
    "change",
    [
        lambda schema: without(schema, "$defs", "block.quote"),
        lambda schema: without(schema, *QUOTE, "properties", "author"),
        lambda schema: having(schema, {"type": "integer"}, *QUOTE, "properties", "author"),
        lambda schema: having(schema, ["text"], *QUOTE, "required"),
        lambda schema: having(schema, ["string", "null"], *QUOTE, "properties", "text", "type"),
        lambda schema: without(schema, "$defs", "ImageJson", "properties", "alt"),
        lambda schema: having(schema, {"$ref": "#/$defs/PageRef"}, *CARDS),
    ],
    ids=[
        "block gone",
        "field gone",
        "other type",
        "may be absent",
        "may be null",
        "shared",
        "less",
    ],
)
def test_what_a_reader_does_not_expect_is_found(change):
    assert breaks(blocks_schema(), change(blocks_schema()))


def test_a_definition_that_gives_more_breaks_nothing():
    less = having(blocks_schema(), {"$ref": "#/$defs/PageRef"}, *CARDS)
    assert breaks(less, blocks_schema()) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda schema: having(schema, {"type": "object"}, "$defs", "block.quiz"),
        lambda schema: having(schema, {"type": "string"}, *QUOTE, "properties", "year"),
        lambda schema: having(schema, "Paroles", *QUOTE, "title"),
        lambda schema: having(schema, ["none", "dark"], *BACKGROUND),
    ],
    ids=["new block", "new field", "new label", "new code"],
)
def test_what_a_reader_passes_over_breaks_nothing(change):
    assert breaks(blocks_schema(), change(blocks_schema())) == []
