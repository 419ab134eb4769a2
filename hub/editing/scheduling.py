"""Publish and withdraw what is due: each page in its own transaction, whatever the others do.

What is of a type whose plugin is disabled waits, like what is in the bin: nobody sees it, and only
a part of it could be stored. Its hour is kept for the day when its plugin is back.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision, get_default_page_content_type

from hub.content.freshness.turn import take_turn
from hub.content.models.page import present_types
from hub.editing.publishing_run import PublishingRun
from hub.editing.trash.node import binned

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Due:
    """Something whose hour has come: what is to be done with it, in words, and how."""

    name: str
    verb: str
    act: Callable[[], None]

    def __str__(self) -> str:
        return f"{self.verb} « {self.name} »"


def publish_what_is_due() -> list[str]:
    """Withdraw what has expired, publish what is approved for now; return what failed, and why.

    The run is recorded, so that the dashboard may say when there was none.
    """
    failures = [failure for due in list(what_is_due()) if (failure := _try(due))]
    PublishingRun.objects.update_or_create(
        pk=1, defaults={"ended_at": timezone.now(), "failures": failures}
    )
    return failures


def what_is_due() -> Iterator[Due]:
    """Yield what is to be done now: pages first, then the snippets that have drafts."""
    now = timezone.now()
    for model in _models_with_drafts():
        expired = _present(model._default_manager.filter(live=True, expire_at__lt=now))
        for one in expired.order_by("expire_at", "pk"):
            yield Due(str(one), "retirer", partial(_withdraw, model, one.pk))
    approved = _of_present_types(Revision.objects.filter(approved_go_live_at__lt=now))
    for revision in _outside_the_bin(approved.order_by("approved_go_live_at", "pk")):
        yield Due(revision.object_str, "publier", partial(_publish, revision.pk))


def _present(objects: models.QuerySet[Any]) -> models.QuerySet[Any]:
    is_of_pages = objects.model is Page
    return objects.filter(content_type__in=present_types()) if is_of_pages else objects


def _of_present_types(revisions: models.QuerySet[Revision]) -> models.QuerySet[Revision]:
    types = ContentType.objects.filter(pk__in=revisions.order_by().values("content_type"))
    absent = [one.pk for one in types if one.model_class() is None]
    return revisions.exclude(content_type__in=absent)


def _outside_the_bin(revisions: models.QuerySet[Revision]) -> Iterator[Revision]:
    """Leave those of deleted pages alone: they are published, if late, once restored."""
    found = list(revisions.defer("content"))
    pages = binned(Page.objects.filter(pk__in=[one.object_id for one in found if _is_page(one)]))
    gone = {str(key) for key in pages.values_list("pk", flat=True)}
    yield from (one for one in found if not _is_page(one) or one.object_id not in gone)


def _is_page(revision: Revision) -> bool:
    return bool(revision.base_content_type_id == get_default_page_content_type().pk)


def _models_with_drafts() -> list[type[models.Model]]:
    drafts = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return [Page, *(model for model in drafts if not issubclass(model, Page))]


def _try(due: Due) -> str | None:
    """Do one thing, all of it or nothing; return why it failed, or None when it is done."""
    try:
        with transaction.atomic():
            take_turn()
            due.act()
    except Exception as error:
        logger.exception("Scheduled publishing failed for %r.", due.name)
        return f"{due} : {_reason(error)}"
    return None


def _withdraw(model: type[models.Model], key: Any) -> None:
    """Unpublish what has expired, unless somebody did or put the date off meanwhile."""
    due = model._default_manager.filter(pk=key, live=True, expire_at__lt=timezone.now())
    found: Any = due.select_for_update().order_by().first()
    if found is not None:
        specific = getattr(found, "specific", found)
        specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(key: int) -> None:
    """Publish an approved revision, unless somebody did or withdrew it meanwhile."""
    due = Revision.objects.filter(pk=key, approved_go_live_at__lt=timezone.now())
    revision = due.select_for_update().order_by().first()
    if revision is not None:
        revision.publish(log_action="wagtail.publish.scheduled")


def _reason(error: Any) -> str:
    """Return why, in words: those of a page that is refused, else the kind of the error."""
    messages = getattr(error, "messages", None)
    return " ".join(messages) if messages else f"{type(error).__name__}, voir le journal"
