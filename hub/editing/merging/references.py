"""Where a model is referred to: foreign keys, inline rows and streams, in every installed model."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField


def foreign_keys_to(target: type[models.Model]) -> list[models.ForeignKey]:
    """Return the foreign keys that point at a model, hidden ones included."""
    return [
        relation.field
        for relation in target._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
        and not isinstance(relation, models.OneToOneRel)
        and relation.field.model._meta.managed
        and not relation.field.model._meta.proxy
    ]


def streams_to(target: type[models.Model]) -> list[StreamField]:
    """Return the fields of streams in which an object of a model may be chosen."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, StreamField) and may_choose(field.stream_block, target)
    ]


def revised_models(target: type[models.Model]) -> list[type[models.Model]]:
    """Return the models whose revisions may hold a reference to a model."""
    holders = {field.model for field in (*foreign_keys_to(target), *streams_to(target))}
    return [
        model
        for model in apps.get_models()
        if hasattr(model, "latest_revision")
        and (model in holders or any(child in holders for child in _children_of(model)))
    ]


def may_choose(block: blocks.Block, target: type[models.Model]) -> bool:
    """Return whether a block, or one inside it, chooses an object of a model."""
    return any(chooses(inner, target) for inner in _inside(block, set()))


def chooses(block: blocks.Block, target: type[models.Model]) -> bool:
    """Return whether this very block chooses an object of a model."""
    return isinstance(block, blocks.ChooserBlock) and block.model_class is target


def _inside(block: blocks.Block, seen: set[int]) -> Iterator[blocks.Block]:
    if id(block) in seen:
        return
    seen.add(id(block))
    yield block
    children = getattr(block, "child_blocks", None)
    inner: list[Any] = list(children.values()) if children else []
    if isinstance(block, blocks.ListBlock):
        inner = [block.child_block]
    for one in inner:
        yield from _inside(one, seen)


def _children_of(model: type[models.Model]) -> Iterator[type[models.Model]]:
    for relation in get_all_child_relations(model):
        yield relation.related_model
        yield from _children_of(relation.related_model)
