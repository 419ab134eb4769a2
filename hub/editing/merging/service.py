"""Put one object in the place of another everywhere, in one transaction."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.functions import Cast
from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex, Revision

from hub.editing.merging.references import foreign_keys_to, revised_models, streams_to
from hub.editing.merging.swap import Swap, Twins

BATCH = 100
TwinsOf = Mapping[type[models.Model], Twins]


@dataclass(frozen=True)
class Use:
    """How many rows of a model name the object that goes; `twins` name the other one already."""

    model: type[models.Model]
    field: str
    count: int
    twins: int


def uses_of(old: models.Model, new: models.Model, twins: TwinsOf) -> list[Use]:
    """Return where `old` serves, with what names `new` already; what nothing uses is left out."""
    found = []
    for key in foreign_keys_to(type(old)):
        rows = _rows(key, old)
        count = rows.count()
        if count:
            same = sum(1 for row in rows if _twin_of(row, key, new, twins)) if twins else 0
            found.append(Use(key.model, key.name, count, same))
    for field in streams_to(type(old)):
        count = sum(1 for _ in _streams_with(field, _swap(old, new, twins)))
        if count:
            found.append(Use(field.model, field.name, count, 0))
    return found


@transaction.atomic
def replace(old: models.Model, new: models.Model, twins: TwinsOf) -> None:
    """Make all that names `old` name `new`: rows, streams and every revision; then delete `old`.

    Rows that would say the same twice become one, as `twins` say. Raises ProtectedError, and leaves
    all as it was, where something unknown still needs `old`.
    """
    referring = [one for one, _ in ReferenceIndex.get_grouped_references_to(old)]
    swap = _swap(old, new, twins)
    for key in foreign_keys_to(type(old)):
        _replace_in_rows(key, old, new, twins)
    for field in streams_to(type(old)):
        for pk, stream in _streams_with(field, swap):
            rows = field.model._base_manager.filter(pk=pk)
            rows.update(**{field.name: field.stream_block.to_python(stream)})
    _replace_in_revisions(swap)
    old.delete()
    for one in referring:
        fresh = type(one)._base_manager.filter(pk=one.pk).first()
        if fresh is not None:
            ReferenceIndex.create_or_update_for_object(getattr(fresh, "specific", fresh))


def _swap(old: models.Model, new: models.Model, twins: TwinsOf) -> Swap:
    return Swap(type(old), old.pk, new.pk, twins)


def _rows(key: models.ForeignKey, old: models.Model) -> models.QuerySet:
    return key.model._base_manager.filter(**{key.name: old}).order_by("pk")


def _replace_in_rows(
    key: models.ForeignKey, old: models.Model, new: models.Model, twins: TwinsOf
) -> None:
    if key.model in twins:
        for row in _rows(key, old):
            twin = _twin_of(row, key, new, twins)
            if twin is None:
                continue
            changed = twins[key.model].combine(_as_dict(twin), _as_dict(row))
            row.delete()
            if changed:
                key.model._base_manager.filter(pk=twin.pk).update(**changed)
    _rows(key, old).update(**{key.name: new})


def _twin_of(row: Any, key: models.ForeignKey, new: models.Model, twins: TwinsOf) -> Any:
    """Return the row that says of `new` what this one says of the object that goes, or None."""
    known = twins.get(key.model)
    if known is None:
        return None
    parents = (name for name in _parents(key.model) if name != key.attname)
    shared = {name: getattr(row, name) for name in (*known.same, *parents)}
    return key.model._base_manager.filter(**shared, **{key.name: new}).exclude(pk=row.pk).first()


def _parents(model: type[models.Model]) -> list[str]:
    """Return the fields that tie an inline row to its page."""
    return [one.attname for one in model._meta.fields if isinstance(one, ParentalKey)]


def _as_dict(row: models.Model) -> dict[str, Any]:
    return {one.name: one.value_from_object(row) for one in row._meta.concrete_fields}


def _streams_with(field: Any, swap: Swap) -> Iterator[tuple[Any, Any]]:
    """Yield the key and the new stream of each row whose stream holds the object that goes."""
    texts = field.model._base_manager.order_by("pk").annotate(
        _text=Cast(field.name, models.TextField())
    )
    for pk, text in texts.filter(_text__contains=str(swap.old)).values_list("pk", "_text"):
        stored = json.loads(text)
        swapped = swap.in_stream(field.stream_block, stored)
        if swapped != stored:
            yield pk, swapped


def _replace_in_revisions(swap: Swap) -> None:
    for model in revised_models(swap.target):
        of_model = Revision.objects.filter(
            content_type=ContentType.objects.get_for_model(model, for_concrete_model=False)
        )
        texts = of_model.order_by("pk").annotate(_text=Cast("content", models.TextField()))
        keys = list(texts.filter(_text__contains=str(swap.old)).values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            batch = Revision.objects.filter(pk__in=keys[start : start + BATCH]).order_by("pk")
            changed = [one for one in batch if swap.in_revision(model, one.content)]
            Revision.objects.bulk_update(changed, ["content"])
