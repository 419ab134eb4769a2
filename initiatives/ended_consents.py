"""Tells who keeps a copy of the site of the people whose agreement has run out.

They leave pages at midnight, without any write. A page that has changed since then has been told:
nothing else needs to be remembered.
"""

from __future__ import annotations

import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from hub.content.changes.recording import batches, record_keys
from hub.content.models.change import PageChange
from hub.content.models.page import visible_pages
from initiatives.models import ContactPerson


def tell_ended_consents() -> int:
    """Record the pages that lost a person and have not changed since; return how many.

    Those that are hidden have nothing to lose: they are told whole when they come back.
    """
    ends = _ends()
    late: list[int] = []
    for some in batches(ends):
        shown = visible_pages().order_by().filter(pk__in=some).values("pk")
        changes = PageChange.objects.filter(page_key__in=shown).order_by()
        moments = changes.values_list("page_key", "changed")
        late += [key for key, moment in moments if _day(moment) <= ends[key]]
    record_keys(late)
    return len(late)


def _ends() -> dict[int, datetime.date]:
    """Return the last day of the agreement that ended last among those of each page."""
    people = ContactPerson.objects.ended().order_by()
    days = people.values_list("pk", "expires_on")
    last_days = {str(key): day for key, day in days if day}
    kind = ContentType.objects.get_for_model(Page).pk
    references = ReferenceIndex.get_references_to_in_bulk(people).filter(base_content_type=kind)
    ends: dict[int, datetime.date] = {}
    for person, page in references.order_by().values_list("to_object_id", "object_id"):
        ends[int(page)] = max(ends.get(int(page), datetime.date.min), last_days[person])
    return ends


def _day(moment: datetime.datetime) -> datetime.date:
    """Return the day that a moment has where agreements end: that of `date.today()`."""
    return timezone.localdate(moment, timezone.get_default_timezone())
