"""Every block of every page: as JSON its schema accepts it, as HTML any site may show it."""

import json
from functools import cache

import pytest
from django.test import RequestFactory
from jsonschema import Draft202012Validator
from wagtail.blocks import BaseStreamBlock, Block

from hub.content.api.context import ApiContext
from hub.content.api.streams import blocks_schema, stream_of, stream_schema
from hub.content.api.streams.kinds import schema_of
from hub.content.api.streams.schema import body_streams
from hub.content.blocks.stream import StreamBlock
from hub.content.blocks.testing import walk
from hub.content.blocks.unavailable import UNAVAILABLE
from hub.plugins.registry import contributed_blocks
from tests import factories
from tests.hub.content.api.streams.clean import faults_of
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db


@cache
def every_block() -> dict[str, Block]:
    """Return each block that may stand in a page, by its stored name."""
    found = {}
    for _, stream in body_streams():
        for parent in (stream, *(block for _, block in walk(stream))):
            if isinstance(parent, BaseStreamBlock):
                found |= parent.child_blocks
    return {name: block for name, block in found.items() if name != UNAVAILABLE}


@pytest.fixture
def site(search_index: object) -> None:
    """Build a site with one of each thing that the previews of blocks show."""
    theme = factories.ThemePageFactory()
    factories.InitiativePageFactory(commune_code="21231")
    factories.LaureateStoryPageFactory()
    factories.ImageFactory(width=1300)
    factories.DocumentFactory()
    factories.OrganisationFactory(logo=factories.ImageFactory())
    assert theme
    search_index()


def strict(schema: object) -> object:
    """Return a schema that refuses what it does not describe: a reader's one does not."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(one) for key, one in schema.items()}
    if schema.get("type") == "object":
        closed["additionalProperties"] = False
    return closed


def ctx() -> ApiContext:
    return ApiContext(RequestFactory().get("/api/v1/pages"))


def given_of(block: Block) -> dict:
    """Return what the API gives of a stream that holds the preview of a block alone."""
    stream = StreamBlock([(block.name, block)])
    stored = [{"type": block.name, "value": block.get_prep_value(block.get_preview_value())}]
    return stream_of(stream.to_python(stored), ctx())


def test_every_page_type_with_a_body_is_walked() -> None:
    walked = {label.rpartition(".")[2] for label, _ in body_streams()}
    models = {name: factory._meta.model for name, (factory, _) in PAGE_TYPES.items()}
    assert walked == {name for name, model in models.items() if hasattr(model, "body")}
    assert contributed_blocks().owners.keys() <= every_block().keys()


def test_a_name_means_the_same_everywhere() -> None:
    meanings: dict[str, list[str]] = {}
    for _, stream in body_streams():
        for parent in (stream, *(block for _, block in walk(stream))):
            if isinstance(parent, BaseStreamBlock):
                for name, block in parent.child_blocks.items():
                    if name != UNAVAILABLE:
                        meanings.setdefault(name, []).append(json.dumps(schema_of(block)))
    assert {name for name, said in meanings.items() if len(set(said)) > 1} == set()


def test_the_schemas_are_schemas() -> None:
    Draft202012Validator.check_schema(blocks_schema())
    for _, stream in body_streams():
        Draft202012Validator.check_schema(stream_schema(stream))


def test_every_block_is_valid_and_clean(site: None) -> None:
    validator = Draft202012Validator(strict(blocks_schema()))
    faults = {}
    for name, block in every_block().items():
        given = given_of(block)
        shown = json.loads(json.dumps(given["blocks"]))
        assert len(shown) == 1, name
        errors = [f"{e.json_path}: {e.message}" for e in validator.iter_errors(shown[0])]
        faults[name] = errors + faults_of(given["html"])
    assert {name: found for name, found in faults.items() if found} == {}


def test_every_block_that_was_left_empty_is_valid_and_clean(site: None) -> None:
    validator = Draft202012Validator(strict(blocks_schema()))
    for name, block in every_block().items():
        for stored in (block.get_prep_value(block.get_default()), None):
            stream = StreamBlock([(name, block)])
            given = stream_of(stream.to_python([{"type": name, "value": stored}]), ctx())
            for one in given["blocks"]:
                assert not list(validator.iter_errors(json.loads(json.dumps(one)))), name
            assert "None" not in given["html"]
            assert faults_of(given["html"]) == [], name
