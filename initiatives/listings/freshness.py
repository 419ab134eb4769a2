"""Whether a fiche was verified lately."""

import datetime

from django.conf import settings
from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from initiatives.dates import months_before
from initiatives.models import Verification


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
