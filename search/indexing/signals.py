"""What Django and Wagtail tell of: each write that may change a document marks it.

Wagtail publishes, withdraws and copies by saving.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from hub.content.freshness.saves import shows_nothing
from hub.content.models import BasePage
from search.indexing.marking import (
    has_dependants,
    mark_below,
    mark_deleted,
    mark_dependants,
    mark_page,
)


class _ByHand(threading.local):
    models: tuple[type[models.Model], ...] = ()


_by_hand = _ByHand()


@contextmanager
def marked_by_hand(*listed: type[models.Model]) -> Iterator[None]:
    """Leave unmarked the pages of these types, and the new rows of these models.

    For imports: whoever stores a page marks it once, and what was made for it is its alone.
    """
    before, _by_hand.models = _by_hand.models, listed
    try:
        yield
    finally:
        _by_hand.models = before


@receiver(pre_save, dispatch_uid="search")
def before_a_save(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Mark the pages of what an object is about to leave: a prize given to another fiche."""
    if _is_skipped(sender, kwargs) or isinstance(instance, Page) or instance.pk is None:
        return
    if has_dependants(sender):
        stored = sender._base_manager.filter(pk=instance.pk).first()
        if stored is not None:
            mark_dependants(stored)


@receiver(post_save, dispatch_uid="search")
def after_a_save(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Mark a page, and the pages that say something of what was saved."""
    is_new = bool(kwargs.get("created"))
    is_by_hand = sender in _by_hand.models and (is_new or isinstance(instance, Page))
    if is_by_hand or _is_skipped(sender, kwargs):
        return
    if isinstance(instance, BasePage):
        if is_new and not instance.live:
            return
        mark_page(instance)
    if isinstance(instance, PageViewRestriction):
        mark_below(instance.page)
    if has_dependants(sender):
        mark_dependants(instance)


@receiver(pre_delete, dispatch_uid="search")
def before_a_deletion(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Mark what is deleted, and the pages that say something of it, while it can be read."""
    if sender is Page:
        mark_deleted(instance.pk)
    if isinstance(instance, PageViewRestriction):
        mark_below(instance.page)
    if has_dependants(sender):
        mark_dependants(instance)


@receiver(m2m_changed, dispatch_uid="search")
def after_a_relation(instance: Any, action: str, **kwargs: Any) -> None:
    """Mark the pages of an object whose relations changed."""
    if action in {"post_add", "post_remove", "post_clear"} and isinstance(instance, models.Model):
        if isinstance(instance, BasePage):
            mark_page(instance)
        if has_dependants(type(instance)):
            mark_dependants(instance)


@receiver([page_published, page_unpublished], dispatch_uid="search")
def after_a_publication(instance: Any, **kwargs: Any) -> None:
    """Mark what the bin publishes and withdraws: it writes to the rows alone."""
    if type(instance) not in _by_hand.models:
        mark_page(instance)


@receiver([post_page_move, page_slug_changed], dispatch_uid="search")
def after_a_move(instance: Any, **kwargs: Any) -> None:
    """Mark a page and those below it: other restrictions, other addresses."""
    mark_below(Page.objects.get(pk=instance.pk))


def _is_skipped(sender: type[models.Model], kwargs: Any) -> bool:
    """Tell whether a save changes nothing that is searched."""
    return shows_nothing(sender, kwargs) or bool(sender._meta.auto_created)
