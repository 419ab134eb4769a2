"""What changed since a moment, and what has gone since: together they keep a copy true.

Whether a page is shown is asked of the page itself: an expiry changes it without any write. Pages
that are shown are changes, all others have gone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page

from hub.content.models.change import PageChange
from hub.content.models.page import visible_pages

# A change is dated when it is written, and seen when its transaction ends: one that was still
# open when we read would be passed over for ever if the next question began now. No transaction of
# the hub lasts so long: on SQLite all other writers would have given up after 20 seconds.
MARGIN = datetime.timedelta(minutes=5)


@dataclass(frozen=True, order=True)
class Change:
    """A page, and when it changed or went."""

    moment: datetime.datetime
    uid: str
    model: str


Place = tuple[datetime.datetime, str]  # of the last change that was given


def next_since() -> datetime.datetime:
    """Return the moment from which to ask the next time: what is open now is then done."""
    return timezone.now() - MARGIN


def changes(
    models: Iterable[str], since: datetime.datetime, after: Place | None, limit: int
) -> Sequence[Change]:
    """Return pages of these models that are shown and changed since, the oldest change first."""
    labels = [one.lower() for one in models]
    rows = PageChange.objects.filter(_is_shown(), model__in=labels, changed__gt=since)
    if after:
        moment, uid = after
        rows = rows.filter(Q(changed__gt=moment) | Q(changed=moment, uid__gt=UUID(uid)))
    found = rows.order_by("changed", "uid").values_list("changed", "uid", "model")[:limit]
    return [Change(moment, str(uid), model) for moment, uid, model in found]


def deletions(since: datetime.datetime, after: Place | None, limit: int) -> Sequence[Change]:
    """Return pages that were shown and have gone since, the first that went first.

    A page that expired has gone at its expiry, unless something was written of it later.
    """
    hidden = PageChange.objects.filter(~_is_shown(), was_shown=True)
    written = hidden.filter(changed__gt=since).values_list("changed", "uid", "model")
    ended = Page.objects.filter(expire_at__gt=since, expire_at__lte=timezone.now()).order_by()
    expiry = dict(ended.values_list("pk", "expire_at"))
    silent = hidden.filter(changed__lte=since, page_key__in=expiry).values_list(
        "page_key", "uid", "model"
    )
    found = [Change(moment, str(uid), model) for moment, uid, model in written]
    found += [Change(expiry[key], str(uid), model) for key, uid, model in silent]
    rest = (one for one in sorted(found) if after is None or (one.moment, one.uid) > after)
    return list(rest)[:limit]


def _is_shown() -> Exists:
    return Exists(visible_pages().order_by().filter(pk=OuterRef("page_key")))
