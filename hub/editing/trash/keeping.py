"""Throw a page away, bring it back, delete it for good: each in one transaction."""

import logging
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone
from wagtail.actions.move_page import MovePageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type
from wagtail.signals import page_published, page_unpublished, published, unpublished

from hub.editing.gone import forget_as_gone, remember_as_gone
from hub.editing.trash.models import KEPT, TrashedPage
from hub.editing.trash.node import SLUG, bin_node, is_binned
from hub.editing.trash.rules import why_not

logger = logging.getLogger(__name__)
THROWN, RESTORED = "hub.trash.throw", "hub.trash.restore"


class KeptError(Exception):
    """A page may not be thrown away, or not be put where it was asked; says why in French."""


@transaction.atomic
def throw_away(page: Page, user: Any = None) -> TrashedPage:
    """Put a page and all below it in the bin, unpublished; raises KeptError if it must stay.

    Revisions, schedules and all that points at the pages are left as they are.
    """
    reason = why_not(page)
    if reason:
        raise KeptError(reason)
    page = Page.objects.get(pk=page.pk)
    keys = list(page.get_descendants(inclusive=True).values_list("pk", flat=True))
    live = Page.objects.filter(Q(pk__in=keys) | Q(alias_of__in=keys), live=True)
    thrown = TrashedPage.objects.create(
        page=page,
        parent=page.get_parent(),
        after=page.get_prev_sibling(),
        slug=page.slug,
        live_keys=sorted(live.values_list("pk", flat=True)),
        thrown_by=user,
    )
    _end_moderation(keys, user)
    remember_as_gone(thrown.live_keys)
    _set_live(thrown.live_keys, live=False)
    _move(page, bin_node(), "last-child", f"{SLUG}-{page.pk}", user)
    log(instance=page.specific, action=THROWN, user=user)
    return thrown


@transaction.atomic
def restore(thrown: TrashedPage, user: Any = None, parent: Page | None = None) -> Page:
    """Put a page back where it was, or under `parent`, published as it was; return it.

    Its address gets a number where another page took it meanwhile. Raises KeptError where there
    is no place for it.
    """
    page = Page.objects.get(pk=thrown.page_id)
    place = parent or thrown.parent
    if place is None or is_binned(place):
        raise KeptError("La page au-dessus n’existe plus : choisissez où remettre celle-ci.")
    if parent is not None and not page.specific.can_move_to(parent):
        raise KeptError("Une page de ce type ne peut pas se trouver à cet endroit.")
    place = Page.objects.get(pk=place.pk)  # how many are below it counts
    slug = _free_slug(thrown.slug, place)
    beside = Page.objects.filter(pk=thrown.after_id).first()
    if beside is not None and beside.is_child_of(place):
        _move(page, beside, "right", slug, user)
    else:
        _move(page, place, "last-child" if beside or parent else "first-child", slug, user)
    if slug != thrown.slug:
        _rename_in_revisions(page, thrown.slug, slug)
    _set_live(thrown.live_keys, live=True)
    forget_as_gone(thrown.live_keys)
    thrown.delete()
    restored: Page = Page.objects.get(pk=page.pk).specific
    log(instance=restored, action=RESTORED, user=user)
    return restored


def delete_what_is_over() -> tuple[int, list[str]]:
    """Delete for good what was thrown away too long ago; return how many, and what must stay.

    A page that something still needs (a prize result, for one) stays in the bin.
    """
    over = TrashedPage.objects.filter(thrown_at__lt=timezone.now() - KEPT)
    deleted, needed = 0, []
    for thrown in over.select_related("page").order_by("thrown_at", "pk"):
        try:
            with transaction.atomic():
                thrown.page.specific.delete()
        except ProtectedError as refusal:
            uses = ", ".join(sorted(f"« {one} »" for one in refusal.protected_objects))
            needed.append(f"« {thrown} » sert encore à {uses}")
        else:
            deleted += 1
    return deleted, needed


def _move(page: Page, target: Page, position: str, slug: str, user: Any) -> None:
    # In the row alone: the addresses below are moved together with the page, once.
    Page.objects.filter(pk=page.pk).update(slug=slug)
    MovePageAction(page, target, pos=position, user=user).execute(skip_permission_checks=True)


def _set_live(keys: Iterable[int], *, live: bool) -> None:
    """Publish or withdraw pages as they are, and tell whoever listens."""
    pages = Page.objects.filter(pk__in=list(keys))
    pages.update(live=live)
    for page in pages.specific():
        told: dict[str, Any] = {"sender": type(page), "instance": page}
        if live:
            published.send(**told, revision=page.live_revision)
            page_published.send(**told, revision=page.live_revision)
        else:
            unpublished.send(**told)
            page_unpublished.send(**told)


def _end_moderation(keys: Iterable[int], user: Any) -> None:
    """Cancel what waits for a moderator: nobody could open it."""
    texts = [str(key) for key in keys]
    waiting = WorkflowState.objects.active().filter(object_id__in=texts)
    for state in waiting.filter(base_content_type=get_default_page_content_type()):
        state.cancel(user=user)


def _free_slug(wanted: str, place: Page) -> str:
    taken = set(place.get_children().values_list("slug", flat=True))
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def _rename_in_revisions(page: Page, old: str, new: str) -> None:
    """Give the new address to the versions that may yet be published."""
    scheduled = Q(approved_go_live_at__isnull=False)
    usable = Q(pk__in=[page.latest_revision_id, page.live_revision_id]) | scheduled
    revisions = Revision.objects.filter(usable, object_id=str(page.pk))
    for revision in revisions.filter(base_content_type=get_default_page_content_type()):
        if revision.content.get("slug") == old:
            revision.content["slug"] = new
            revision.save(update_fields=["content"])
