"""What Django and Wagtail tell of: each write that may change what is given of a page."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import (
    Collection,
    CollectionMember,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from hub.content.changes.files import (
    record_files,
    record_files_below,
    record_written_collection,
)
from hub.content.changes.recording import (
    owners,
    record_below,
    record_deletion,
    record_dependants,
    record_page,
)
from hub.content.changes.shown import shown_models
from hub.content.freshness.saves import shows_nothing
from hub.content.models.page import BasePage

NAME = "changes"


@receiver(pre_save, dispatch_uid=NAME)
def before_a_save(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Record the page that an object is about to leave: a prize given to another fiche."""
    if instance.pk is None or shows_nothing(sender, kwargs) or sender not in shown_models():
        return
    stored = sender._base_manager.filter(pk=instance.pk).first() if owners(instance) else None
    if stored is not None and owners(stored) != owners(instance):
        record_dependants(stored)


@receiver(post_save, dispatch_uid=NAME)
def after_a_save(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Record a page, and those that show something of what was saved."""
    if shows_nothing(sender, kwargs):
        return
    if isinstance(instance, PageViewRestriction):
        record_below(instance.page)
    elif isinstance(instance, CollectionViewRestriction):
        record_files_below(instance.collection)
    elif isinstance(instance, BasePage):
        record_page(instance)
        if not kwargs.get("created"):
            record_dependants(instance)
    elif isinstance(instance, Collection):
        record_written_collection(instance)
    elif sender in shown_models():
        _record_shown(instance)


@receiver(pre_delete, dispatch_uid=NAME)
def before_a_deletion(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Record what is deleted, and the pages that show something of it, while it can be read."""
    if isinstance(instance, PageViewRestriction):
        record_below(instance.page)
    elif isinstance(instance, CollectionViewRestriction):
        record_files_below(instance.collection)
    elif sender is Page:  # once for each page, whatever its type
        record_deletion(instance.pk)
        record_dependants(instance)
    elif sender in shown_models():
        _record_shown(instance)


def _record_shown(instance: models.Model) -> None:
    record_dependants(instance)
    if isinstance(instance, CollectionMember):
        record_files(type(instance)._base_manager.filter(pk=instance.pk))


@receiver(m2m_changed, dispatch_uid=NAME)
def after_a_relation(instance: Any, action: str, **kwargs: Any) -> None:
    """Record a page whose relations changed."""
    if action in {"post_add", "post_remove", "post_clear"} and isinstance(instance, BasePage):
        record_page(instance)


@receiver([page_published, page_unpublished], dispatch_uid=NAME)
def after_a_publication(instance: Any, **kwargs: Any) -> None:
    """Record what the bin publishes and withdraws, and the pages that lead to it.

    It writes to the rows alone.
    """
    record_page(instance)
    record_dependants(instance)


@receiver([post_page_move, page_slug_changed], dispatch_uid=NAME)
def after_a_move(instance: Any, **kwargs: Any) -> None:
    """Record a page and those below it: other restrictions, other addresses."""
    record_below(Page.objects.get(pk=instance.pk))
