"""The description of the API: valid, as the API answers, and kept as long as its version."""

import copy
import json
from pathlib import Path

import pytest
from django.conf import settings
from ninja.openapi.schema import OpenAPISchema
from openapi_spec_validator import validate

from hub.api.api import api
from hub.api.openapi import description
from tests.hub.api.compatibility import breaks

COMMITTED = Path(settings.BASE_DIR) / "docs" / "openapi.json"
COMMAND = "python manage.py write_openapi"


@pytest.fixture(scope="module")
def described():
    return description(api)


@pytest.fixture(scope="module")
def committed():
    return json.loads(COMMITTED.read_text(encoding="utf-8"))


def test_the_description_is_valid_openapi_3_1(described):
    assert described["openapi"] == "3.1.0"
    validate(described)


def test_every_operation_and_property_is_described_in_words(described):
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert operation["summary"], path
            for parameter in operation.get("parameters", ()):
                assert parameter.get("description") or parameter["in"] == "path", (path, parameter)


def test_what_the_repository_promises_is_kept_as_long_as_the_version(described, committed):
    broken = breaks(committed, described)
    moved = committed["info"]["version"].split(".")[0] != described["info"]["version"].split(".")[0]
    assert not broken or moved, f"Incompatible: {broken}. Move the version, then {COMMAND}."


def test_the_copy_of_the_repository_is_the_last_one(described, committed):
    assert committed == described, f"Run `{COMMAND}`."


def broken(change, before):
    after = copy.deepcopy(before)
    change(after)
    return breaks(before, after)


LIST = "/api/v1/initiatives"


def drop_path(schema):
    del schema["paths"][LIST]


def drop_property(schema):
    del schema["components"]["schemas"]["InitiativeJson"]["properties"]["quoted_title"]


def change_type(schema):
    place = schema["components"]["schemas"]["PlaceJson"]["properties"]
    place["address"]["type"] = "integer"


def drop_parameter(schema):
    parameters = schema["paths"][LIST]["get"]["parameters"]
    parameters.remove(next(one for one in parameters if one["name"] == "theme"))


def make_optional(schema):
    schema["components"]["schemas"]["PageRef"]["required"].remove("title")


def ask_for_more(schema):
    next(one for one in schema["paths"][LIST]["get"]["parameters"] if one["name"] == "limit")[
        "required"
    ] = True


@pytest.mark.parametrize(
    "change",
    [drop_path, drop_property, change_type, drop_parameter, make_optional, ask_for_more],
    ids=lambda one: one.__name__,
)
def test_a_change_that_breaks_readers_is_seen(committed, change):
    assert broken(change, committed)


def add_property(schema):
    place = schema["components"]["schemas"]["PlaceJson"]["properties"]
    place["altitude"] = {"type": "integer"}


def add_path(schema):
    schema["paths"]["/api/v1/chiffres"] = schema["paths"]["/api/v1/territoires"]


@pytest.mark.parametrize("change", [add_property, add_path], ids=lambda one: one.__name__)
def test_an_addition_breaks_nobody(committed, change):
    assert not broken(change, committed)


def test_a_name_is_that_of_one_schema(monkeypatch):
    added = OpenAPISchema.add_schema_definitions
    clashes = set()

    def add(self, definitions):
        clashes.update(
            name for name, one in definitions.items() if self.schemas.get(name, one) != one
        )
        added(self, definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", add)
    description(api)
    assert not clashes, "The last one would describe the answers of all."


def test_whoever_asks_with_a_key_or_too_much_is_answered_as_described(described):
    for path, operations in described["paths"].items():
        assert {"200", "400", "401", "429"} <= operations["get"]["responses"].keys(), path


def test_the_schema_of_the_blocks_is_given_as_such(described):
    answer = described["paths"]["/api/v1/schemas/blocks"]["get"]["responses"]["200"]
    assert answer["content"].keys() == {"application/schema+json"}
