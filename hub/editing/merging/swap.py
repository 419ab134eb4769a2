"""One object in the place of another, in what is stored as JSON: streams and revisions."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField

from hub.editing.merging.references import chooses

Row = dict[str, Any]


def keep_as_it_is(kept: Row, dropped: Row) -> Row:
    """Leave the row that stays as it is."""
    return {}


@dataclass(frozen=True)
class Twins:
    """When two inline rows say the same once their objects are one.

    `same` are the fields that they share beside the object and the page; `combine` takes the row
    that stays and the one that goes, and returns the fields of the first to change.
    """

    same: tuple[str, ...] = ()
    combine: Callable[[Row, Row], Row] = keep_as_it_is


@dataclass(frozen=True)
class Swap:
    """Says what goes, `old`, and what stands in its place, `new`: keys of objects of `target`."""

    target: type[models.Model]
    old: Any
    new: Any
    twins: Mapping[type[models.Model], Twins] = field(default_factory=dict)

    def in_stream(self, block: blocks.Block, value: Any) -> Any:
        """Return the stored value of a block with the object swapped."""
        if chooses(block, self.target):
            return self.new if value == self.old else value
        if isinstance(block, blocks.BaseStreamBlock):
            return [self._in_child(block, child) for child in value or []]
        if isinstance(block, blocks.ListBlock):
            return [self._in_item(block.child_block, item) for item in value or []]
        if isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
            return {
                name: self.in_stream(block.child_blocks[name], inner)
                if name in block.child_blocks
                else inner
                for name, inner in value.items()
            }
        return value

    def in_revision(self, model: type[models.Model], content: Row) -> bool:
        """Swap the object in the stored content of a page or of a row; return whether it was in."""
        found = False
        for one in model._meta.get_fields():
            found |= self._in_field(one, content)
        for relation in get_all_child_relations(model):
            rows = content.get(relation.get_accessor_name()) or []
            inside = [self.in_revision(relation.related_model, row) for row in rows]
            if any(inside):
                found = True
                kept = self._without_twins(relation, rows, inside)
                content[relation.get_accessor_name()] = kept
        return found

    def _in_field(self, one: Any, content: Row) -> bool:
        if one.name not in content:
            return False
        before = content[one.name]
        if isinstance(one, models.ForeignKey) and one.related_model is self.target:
            content[one.name] = self.new if before == self.old else before
        elif isinstance(one, StreamField) and before:
            stored = json.loads(before) if isinstance(before, str) else before
            swapped = self.in_stream(one.stream_block, stored)
            if swapped != stored:
                content[one.name] = json.dumps(swapped)
        return bool(content[one.name] != before)

    def _without_twins(self, relation: Any, rows: list[Row], swapped: list[bool]) -> list[Row]:
        """Return the rows without those that say, since the swap, what another one said before."""
        twins = self.twins.get(relation.related_model)
        if twins is None:
            return rows
        names = [
            one.name
            for one in relation.related_model._meta.get_fields()
            if isinstance(one, models.ForeignKey) and one.related_model is self.target
        ]
        kept: dict[tuple[Any, ...], Row] = {}
        in_place_first = sorted(zip(swapped, rows, strict=True), key=lambda pair: pair[0])
        for _, row in in_place_first:
            key = tuple(row.get(name) for name in (*names, *twins.same))
            if key in kept:
                kept[key].update(twins.combine(kept[key], row))
            else:
                kept[key] = row
        stay = {id(row) for row in kept.values()}
        return [row for row in rows if id(row) in stay]

    def _in_child(self, block: blocks.BaseStreamBlock, child: Any) -> Any:
        known = block.child_blocks.get(child.get("type")) if isinstance(child, dict) else None
        if known is None:
            return child  # of a module that is absent
        return {**child, "value": self.in_stream(known, child["value"])}

    def _in_item(self, block: blocks.Block, item: Any) -> Any:
        if isinstance(item, dict) and item.get("type") == "item" and "value" in item:
            return {**item, "value": self.in_stream(block, item["value"])}
        return self.in_stream(block, item)
