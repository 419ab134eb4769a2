"""When a fiche was last known to be true, and from when on it is to be verified."""

import datetime
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, ExtractYear

from initiatives.dates import months_before
from initiatives.models import InitiativePage, Verification


def to_verify(fiches: Any, today: datetime.date | None = None) -> QuerySet[InitiativePage]:
    """Keep the published fiches that nobody verified for HUB_VERIFY_AFTER_MONTHS, oldest first.

    A fiche that was never verified counts from the end of the year in which it was recensée; or,
    where that is not known, from its first publication.
    """
    limit = months_before(today or datetime.date.today(), settings.HUB_VERIFY_AFTER_MONTHS)
    history = Verification.objects.filter(initiative=OuterRef("pk")).order_by("-verified_on")
    undated = Q(year=None, first_published_at__date__lt=limit)
    never_verified = Q(last_check=None) & (Q(year__lt=limit.year) | undated)
    return (
        fiches.filter(live=True)
        .annotate(last_check=Subquery(history.values("verified_on")[:1]))
        .filter(Q(last_check__lt=limit) | never_verified)
        .order_by(Coalesce(ExtractYear("last_check"), F("year")), "sort_title", "pk")
    )
