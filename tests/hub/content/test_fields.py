"""Blocks leave no trace in migrations, and migrations lose no content."""

import pytest
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.state import ModelState, ProjectState
from wagtail import blocks

from hub.content.blocks.stream import StreamBlock
from hub.content.fields import StreamField

STORED = [
    {"type": "text", "value": "<p>Un</p>", "id": "a"},
    {"type": "quiz_question", "value": {"answers": [1, 2]}, "id": "b"},
]


class OneBlock(StreamBlock):
    text = blocks.CharBlock()


class TwoBlocks(StreamBlock):
    text = blocks.CharBlock()
    quote = blocks.CharBlock(label="Citation")


def state_with(field: models.Field) -> ProjectState:
    state = ProjectState()
    key = models.BigAutoField(primary_key=True)
    state.add_model(ModelState("somewhere", "Thing", [("id", key), ("body", field)]))
    return state


def changes_between(before: models.Field, after: models.Field) -> dict[str, list[object]]:
    detector = MigrationAutodetector(state_with(before), state_with(after))
    return detector._detect_changes()


@pytest.mark.parametrize(
    "after",
    [
        StreamField(TwoBlocks(), blank=True),
        StreamField(OneBlock(), blank=True, verbose_name="corps"),
        StreamField(OneBlock(), blank=True, max_num=3),
        StreamField([("other", blocks.TextBlock())], blank=True),
    ],
    ids=["block added", "label changed", "number limited", "blocks replaced"],
)
def test_a_change_of_blocks_needs_no_migration(after: StreamField) -> None:
    assert changes_between(StreamField(OneBlock(), blank=True), after) == {}


def test_a_change_of_column_still_needs_a_migration() -> None:
    before = StreamField(OneBlock(), blank=True)
    assert changes_between(before, StreamField(OneBlock(), blank=True, null=True))


def test_the_field_is_rebuilt_from_its_migration_without_blocks() -> None:
    field = StreamField(TwoBlocks(), blank=True, verbose_name="corps")
    field.set_attributes_from_name("body")
    _, path, args, kwargs = field.deconstruct()
    assert (path, args, kwargs) == ("hub.content.fields.StreamField", [], {"blank": True})
    assert isinstance(StreamField(*args, **kwargs).stream_block, StreamBlock)


def test_a_historical_model_gives_back_every_child_as_it_was() -> None:
    historical = StreamField(blank=True)
    assert historical.get_prep_value(historical.to_python(STORED)) == STORED


def test_a_list_of_pairs_makes_a_stream_that_preserves_too() -> None:
    field = StreamField([("text", blocks.CharBlock())])
    assert field.get_prep_value(field.to_python(STORED)) == STORED


def test_a_class_of_stream_is_accepted() -> None:
    assert isinstance(StreamField(OneBlock).stream_block, OneBlock)
