"""Of which objects pages show something: a write to one of them changes what is given of pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from hub.content.freshness.watched import is_watched

# Who wrote a page and how it is kept; nothing of them is given.
UNSHOWN_APPS = frozenset({"auth", "contenttypes", "wagtailcore"})


@cache
def shown_models() -> frozenset[type[models.Model]]:
    """Return the models that pages, or parts of them, refer to, and those that refer to a page."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        if _is_of_pages(model):
            found |= set(_targets(model))
        elif any(issubclass(one, Page) for one in _targets(model)):
            found.add(model)
    return frozenset(
        one
        for one in found
        if not issubclass(one, Page)
        and is_watched(one)
        and one._meta.app_label not in UNSHOWN_APPS
        and not _is_of_pages(one)
    )


def _is_of_pages(model: type[models.Model]) -> bool:
    """Tell whether a model is a page, or a part of one that is saved with it."""
    parts = (one for one in model._meta.concrete_fields if isinstance(one, ParentalKey))
    return issubclass(model, Page) or any(issubclass(one.related_model, Page) for one in parts)


def _targets(model: type[models.Model]) -> Iterator[type[models.Model]]:
    for one in model._meta.concrete_fields:
        if isinstance(one.related_model, type):
            yield one.related_model
