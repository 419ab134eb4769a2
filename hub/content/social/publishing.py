"""Draws the card of a page when it is published, and removes it with the page."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.dispatch import receiver
from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.models import Site
from wagtail.signals import page_published, page_unpublished

from hub.content.models import SiteIdentity, SiteTheme
from hub.content.models.page import BasePage, visible_pages
from hub.content.social.card import card_of_page
from hub.content.social.storage import file_of, forget


@task()
def make_card(page_key: int) -> None:
    """Draw and keep the card of a page; nothing for a page that the public may not see."""
    found = visible_pages().filter(pk=page_key).first()
    page = found.specific if found else None
    site = page.get_site() if page else None
    if isinstance(page, BasePage) and isinstance(site, Site):
        theme = SiteTheme.objects.filter(site=site).first()
        file_of(card_of_page(page, SiteIdentity.for_site(site), theme))


def has_worker() -> bool:
    """Whether tasks wait for a worker, instead of being done at once."""
    return not isinstance(task_backends["default"], ImmediateBackend)


@receiver(page_published)
def draw_on_publication(instance: Any, **kwargs: Any) -> None:
    """Ask for the card of a published page, where somebody else than the editor can draw it.

    Without a worker it is drawn when it is first asked for: an import of a thousand fiches does
    not wait for a thousand drawings.
    """
    if has_worker():
        transaction.on_commit(lambda: make_card.enqueue(instance.pk))


@receiver(page_unpublished)
def forget_on_withdrawal(instance: Any, **kwargs: Any) -> None:
    """Remove the cards of a page that is withdrawn, or deleted: Wagtail unpublishes it first."""
    if owner := getattr(instance.specific, "uid", None):
        transaction.on_commit(lambda: forget(str(owner)))
