"""Objects for the tests: valid by default, each with only what it needs."""

from tests.factories.door import (
    ErrorReportFactory,
    ProposalFactory,
    ProposalPageFactory,
    SenderFactory,
)
from tests.factories.home import (
    HomePageFactory,
    StandardPageFactory,
    ThemeIndexPageFactory,
    ThemePageFactory,
)
from tests.factories.initiatives import (
    ContactPersonFactory,
    EventIndexPageFactory,
    EventPageFactory,
    EventReportPageFactory,
    EventSeriesPageFactory,
    InitiativeIndexPageFactory,
    InitiativePageFactory,
    LaureateIndexPageFactory,
    LaureateStoryPageFactory,
    OrganisationFactory,
    PrizeResultFactory,
    PublicationIndexPageFactory,
    PublicationPageFactory,
    TermFactory,
    VerificationFactory,
    VideoIndexPageFactory,
    VideoPageFactory,
)
from tests.factories.media import DocumentFactory, ImageFactory

__all__ = [
    "ContactPersonFactory",
    "DocumentFactory",
    "ErrorReportFactory",
    "EventIndexPageFactory",
    "EventPageFactory",
    "EventReportPageFactory",
    "EventSeriesPageFactory",
    "HomePageFactory",
    "ImageFactory",
    "InitiativeIndexPageFactory",
    "InitiativePageFactory",
    "LaureateIndexPageFactory",
    "LaureateStoryPageFactory",
    "OrganisationFactory",
    "PrizeResultFactory",
    "ProposalFactory",
    "ProposalPageFactory",
    "PublicationIndexPageFactory",
    "PublicationPageFactory",
    "SenderFactory",
    "StandardPageFactory",
    "TermFactory",
    "ThemeIndexPageFactory",
    "ThemePageFactory",
    "VerificationFactory",
    "VideoIndexPageFactory",
    "VideoPageFactory",
]
