"""Whether a fiche was verified lately, and which ones are to be verified."""

import datetime
from typing import Any

from django.conf import settings
from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, ExtractYear

from initiatives.dates import months_before
from initiatives.models import InitiativePage, Verification


def fresh_since(today: datetime.date) -> datetime.date:
    """Return the first day whose verifications still count (HUB_VERIFY_AFTER_MONTHS)."""
    return months_before(today, settings.HUB_VERIFY_AFTER_MONTHS)


def last_verification() -> Subquery:
    """Return the day of the last verification of the fiche that is being read."""
    of_fiche = Verification.objects.filter(initiative=OuterRef("pk")).order_by()
    return Subquery(of_fiche.values("initiative").annotate(last=Max("verified_on")).values("last"))


def by_freshness(pages: QuerySet, wanted: str) -> QuerySet:
    """Keep the fiches that are « fraiche », « ancienne » or « jamais » verified.

    `pages` carry `verified_at`, the day of their last verification.
    """
    since = fresh_since(datetime.date.today())
    rules = {
        "fraiche": Q(verified_at__gte=since),
        "ancienne": Q(verified_at__lt=since),
        "jamais": Q(verified_at=None),
    }
    return pages.filter(rules[wanted])


def to_verify(fiches: Any, today: datetime.date | None = None) -> QuerySet[InitiativePage]:
    """Keep the published fiches that nobody verified for HUB_VERIFY_AFTER_MONTHS, oldest first.

    A fiche that was never verified counts from the end of the year in which it was recensée; or,
    where that is not known, from its first publication.
    """
    limit = fresh_since(today or datetime.date.today())
    undated = Q(year=None, first_published_at__date__lt=limit)
    never_verified = Q(last_check=None) & (Q(year__lt=limit.year) | undated)
    return (
        fiches.filter(live=True)
        .annotate(last_check=last_verification())
        .filter(Q(last_check__lt=limit) | never_verified)
        .order_by(Coalesce(ExtractYear("last_check"), F("year")), "sort_title", "pk")
    )
