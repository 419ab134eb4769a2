"""E-mails: written with what they answer, sent once that is committed, never lost by a failure."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task
from wagtail.models import Site

from hub.content.models import SiteIdentity
from hub.content.text import day_label
from initiatives.door.models import ErrorReport, Letter, LetterKind, LetterState, Proposal, Sender

logger = logging.getLogger("hub.door")

# RFC 3834: an automatic answer to this letter must not start a conversation between machines.
AUTOMATIC = {"Auto-Submitted": "auto-replied"}


def write_receipt(sent: Proposal | ErrorReport) -> None:
    """Write to who sent this that it arrived; nothing where they left no address.

    Nothing that they typed is repeated: anybody may type the address of somebody else.
    """
    if sent.sender is None or not sent.sender.email:
        return
    context = {
        "sent": sent,
        "is_proposal": isinstance(sent, Proposal),
        "day": day_label(timezone.localdate(sent.received_at)),
        "identity": programme(),
    }
    body = render_to_string("door/mail/receipt.txt", context)
    write(sent.sender, LetterKind.RECEIPT, f"{sent.reference} : bien reçu", body)


def write(sender: Sender, kind: LetterKind, subject: str, body: str) -> Letter:
    """Store a letter, to be sent once the transaction is committed."""
    letter = Letter.objects.create(sender=sender, kind=kind, subject=subject, body=body)
    send_on_commit(letter)
    return letter


def send_on_commit(letter: Letter) -> None:
    """Send a letter once the transaction is committed; a failure is logged and raises nothing."""
    transaction.on_commit(lambda: deliver.enqueue(letter.pk), robust=True)


@task()
def deliver(key: int) -> None:
    """Send a letter unless it left already, and record how that ended.

    The log names the kind of the failure only: its words often hold the address.
    """
    letter = Letter.objects.claim(key)
    if letter is None:
        return
    try:
        _message(letter).send()
    except (OSError, SMTPException, ValueError) as failure:
        kind = type(failure).__name__
        letter.end(LetterState.FAILED, kind)
        logger.error("Letter %s could not be sent: %s.", key, kind)  # noqa: TRY400
    else:
        letter.end(LetterState.SENT)


def programme() -> SiteIdentity:
    """Return who publishes the site, and signs the letters."""
    return SiteIdentity.for_site(Site.objects.filter(is_default_site=True).first())


def _message(letter: Letter) -> EmailMessage:
    answer_to = programme().contact_email
    return EmailMessage(
        subject=letter.subject,
        body=letter.body,
        to=[letter.sender.email],
        reply_to=[answer_to] if answer_to else None,
        headers=AUTOMATIC if letter.kind == LetterKind.RECEIPT else None,
    )
