"""Which saves of Django change nothing that is shown, for whoever follows them by signals."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db import models

from hub.content.freshness.watched import UNSHOWN_COLUMNS


def shows_nothing(sender: type[models.Model], kwargs: Mapping[str, Any]) -> bool:
    """Tell whether a save, as `pre_save` and `post_save` tell of it, changes nothing that is shown.

    A draft is saved without what visitors see; fixtures are loaded in any order, and migrations
    save models that are no more ours.
    """
    fields = kwargs.get("update_fields")
    is_draft = fields is not None and set(_columns(sender, fields)) <= UNSHOWN_COLUMNS
    return bool(kwargs.get("raw")) or is_draft or not _is_current(sender)


def _columns(sender: type[models.Model], names: Iterable[str]) -> Iterator[str]:
    for one in sender._meta.concrete_fields:
        if one.name in names or one.attname in names:
            yield one.attname


def _is_current(sender: type[models.Model]) -> bool:
    names = sender._meta
    return apps.all_models[names.app_label].get(names.model_name or "") is sender
