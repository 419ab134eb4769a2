"""Whether a fiche was verified lately."""

import calendar
import datetime

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from initiatives.models import Verification

# A fiche is checked every second year.
FRESH_FOR_MONTHS = 24


def fresh_since(today: datetime.date) -> datetime.date:
    """Return the first day whose verifications still count; 29 February becomes the 28th."""
    year, month = divmod(today.year * 12 + today.month - 1 - FRESH_FOR_MONTHS, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(today.day, last))


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
