"""What the public sends, who sent it, and the page on which it is written."""

from initiatives.door.models.page import ProposalPage
from initiatives.door.models.received import ErrorReport, Proposal, Received, ReportKind
from initiatives.door.models.sender import Letter, LetterKind, LetterState, Sender

__all__ = [
    "ErrorReport",
    "Letter",
    "LetterKind",
    "LetterState",
    "Proposal",
    "ProposalPage",
    "Received",
    "ReportKind",
    "Sender",
]
