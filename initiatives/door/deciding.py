"""What becomes of what was received: accepted, declined, dealt with. Each happens once."""

from __future__ import annotations

import re
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape

from hub.content.freshness.turn import take_turn
from hub.content.publishing import add_draft
from hub.territory.resolving import resolve_typed_or_none
from initiatives.door.letters import programme, write
from initiatives.door.models import ErrorReport, LetterKind, Proposal, Received
from initiatives.door.models.received import ProposalState, ReportState
from initiatives.imports.directory import Directory, name_key
from initiatives.models import (
    InitiativeIndexPage,
    InitiativeOrganisation,
    InitiativePage,
    OrganisationRole,
)

ANSWER = """Bonjour,

Vous nous avez signalé « {title} », et nous vous en remercions : c’est ainsi que les initiatives \
de la région se font connaître.

Après l’avoir étudiée, nous ne lui consacrerons pas de fiche pour l’instant. [Dites ici pourquoi, \
en une phrase.]

Cela n’enlève rien à ce que l’équipe a fait. Si l’initiative évolue, ou si vous en connaissez une \
autre, signalez-la : nous la lirons avec la même attention.

Bien à vous,
L’équipe {programme}
"""


@transaction.atomic
def accept(
    proposal: Proposal, parent: InitiativeIndexPage, user: Any
) -> tuple[InitiativePage, bool]:
    """Return the fiche of a proposal, and whether its draft was made just now.

    A new draft holds what was signalled and the organisations; it never names who signalled it.
    """
    take_turn()
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)  # a second click waits here
    if locked.page is not None:
        return locked.page, False
    locked.page = add_draft(parent, draft_of(locked), user)
    _handle(locked, ProposalState.ACCEPTED, user)
    return locked.page, True


def draft_of(proposal: Proposal) -> InitiativePage:
    """Return a fiche, not saved, that says what the proposal says; its organisations are saved.

    The structure of who signalled it is credited as « partenaire repéreur », unless it is the one
    that carries the initiative.
    """
    commune = resolve_typed_or_none(proposal.commune)
    fiche = InitiativePage(
        title=proposal.title,
        summary=proposal.summary,
        need=proposal.need,
        website=proposal.website,
        commune_code=commune.code if commune else "",
        body=[("text", _paragraphs(proposal.details))] if proposal.details else [],
    )
    roles = {OrganisationRole.CARRIER: proposal.organisation}
    if proposal.spotter and name_key(proposal.spotter) != name_key(proposal.organisation):
        roles[OrganisationRole.SPOTTER] = proposal.spotter
    directory = Directory.load()
    found = {role: directory.called(name) for role, name in roles.items()}
    directory.store(found.values())
    fiche.organisation_links.set(
        InitiativeOrganisation(organisation=organisation, role=role, sort_order=rank)
        for rank, (role, organisation) in enumerate(found.items())
    )
    return fiche


def answer_to(proposal: Proposal) -> dict[str, str]:
    """Return the letter that declines a proposal, as staff may change it before it is sent."""
    return {
        "subject": f"{proposal.reference} : notre réponse",
        "body": ANSWER.format(title=proposal.title, programme=programme().name),
    }


@transaction.atomic
def decline(proposal: Proposal, user: Any, note: str, letter: dict[str, str] | None) -> bool:
    """Decline a proposal and write to who sent it; return False where it is no longer waiting.

    `letter` holds `subject` and `body`; None where there is nobody to write to.
    """
    take_turn()
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if locked.state != ProposalState.NEW:
        return False
    locked.note = note
    _handle(locked, ProposalState.REFUSED, user)
    if letter is not None and locked.sender is not None:
        write(locked.sender, LetterKind.ANSWER, letter["subject"], letter["body"])
    return True


def deal_with(report: ErrorReport, user: Any, note: str) -> None:
    """Record that an error was looked into, or a request answered, and what was done."""
    report.note = note
    _handle(report, ReportState.TREATED, user)


def _handle(received: Received, state: str, user: Any) -> None:
    received.state = state  # type: ignore[attr-defined]
    received.handled_by, received.handled_at = user, timezone.now()
    received.save()


def _paragraphs(text: str) -> str:
    """Return a plain text as rich text."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "".join(f"<p>{escape(part).replace(chr(10), '<br/>')}</p>" for part in parts)
