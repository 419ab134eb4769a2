"""The domain, one page family or idea per module."""

from initiatives.models.alias import OrganisationAlias, TermAlias
from initiatives.models.contact import ContactPerson
from initiatives.models.event import EventOrganisation, EventPage, EventSeriesPage
from initiatives.models.index import (
    EventIndexPage,
    InitiativeIndexPage,
    LaureateIndexPage,
    PublicationIndexPage,
    VideoIndexPage,
)
from initiatives.models.initiative import (
    Characterisation,
    InitiativeOrganisation,
    InitiativePage,
    InitiativeTag,
)
from initiatives.models.laureate import LaureateStoryPage
from initiatives.models.measure import Measure
from initiatives.models.organisation import Economy, Organisation, OrganisationRole, ProgrammeRole
from initiatives.models.prize import PrizeResult
from initiatives.models.publication import (
    PublicationFigure,
    PublicationInitiative,
    PublicationPage,
)
from initiatives.models.report import EventReportPage, ReportInitiative, ReportOrganisation
from initiatives.models.verification import Verification
from initiatives.models.video import VideoPage, VideoSubject
from initiatives.models.vocabulary import Scheme, Term

__all__ = [
    "Characterisation",
    "ContactPerson",
    "Economy",
    "EventIndexPage",
    "EventOrganisation",
    "EventPage",
    "EventReportPage",
    "EventSeriesPage",
    "InitiativeIndexPage",
    "InitiativeOrganisation",
    "InitiativePage",
    "InitiativeTag",
    "LaureateIndexPage",
    "LaureateStoryPage",
    "Measure",
    "Organisation",
    "OrganisationAlias",
    "OrganisationRole",
    "PrizeResult",
    "ProgrammeRole",
    "PublicationFigure",
    "PublicationIndexPage",
    "PublicationInitiative",
    "PublicationPage",
    "ReportInitiative",
    "ReportOrganisation",
    "Scheme",
    "Term",
    "TermAlias",
    "Verification",
    "VideoIndexPage",
    "VideoPage",
    "VideoSubject",
]
