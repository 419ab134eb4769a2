"""Keep what was sent: once, with who sent it and the receipt, all or nothing."""

from __future__ import annotations

from typing import TypeVar

from django.db import IntegrityError, transaction

from initiatives.door.forms import DoorForm
from initiatives.door.letters import write_receipt
from initiatives.door.models import ErrorReport, Proposal

Sent = TypeVar("Sent", Proposal, ErrorReport)


def already_kept(model: type[Sent], form: DoorForm) -> Sent | None:
    """Return what the same form brought before."""
    found: Sent | None = model._default_manager.filter(submission_key=form.submission_key).first()
    return found


def keep(form: DoorForm, sent: Sent) -> Sent:
    """Store what a valid form brought and write its receipt; return it, or what a twin stored."""
    sent.submission_key = form.submission_key
    try:
        with transaction.atomic():
            sent.sender = form.sender()
            if sent.sender is not None:
                sent.sender.save()
            sent.save()
            write_receipt(sent)
    except IntegrityError:
        # The other half of a double click was quicker.
        twin = already_kept(type(sent), form)
        if twin is None:
            raise
        return twin
    return sent
