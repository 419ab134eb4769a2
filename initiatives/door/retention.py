"""Nothing that the public sent is kept longer than was promised."""

import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from initiatives.dates import months_before
from initiatives.door.models import ErrorReport, Proposal, Sender

KEPT_MONTHS = 12


def forget_old(today: datetime.date | None = None) -> int:
    """Delete what was received twelve months ago or earlier; return how many things that was.

    Everything goes: who sent it, what they wrote, the letters, and what the log of the admin said
    of those that staff deleted before. A fiche that came of it stays; it names nobody.
    """
    day = months_before(today or timezone.localdate(), KEPT_MONTHS)
    limit = timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
    forgotten = 0
    for model in (Proposal, ErrorReport):
        keys = list(
            model._default_manager.filter(received_at__lt=limit).values_list("pk", flat=True)
        )
        if keys:
            with transaction.atomic():
                Sender.objects.filter(**{f"{model._meta.model_name}__in": keys}).delete()
                model._default_manager.filter(pk__in=keys).delete()
            forgotten += len(keys)
    # What staff deleted themselves: the log names it.
    log = ModelLogEntry.objects.filter(content_type__app_label="door", timestamp__lt=limit)
    if log.exists():
        log.delete()
    return forgotten
