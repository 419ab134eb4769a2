"""Declares the domain to search."""

from initiatives.search.events import EVENT, PUBLICATION, SERIES
from initiatives.search.facets import FACETS
from initiatives.search.fiches import INITIATIVE
from initiatives.search.stories import REPORT, STORY, VIDEO
from search.registry import registry

# Lists show pages that are documents; the form is reached from every page.
EXCLUDED = (
    "initiatives.InitiativeIndexPage",
    "initiatives.LaureateIndexPage",
    "initiatives.EventIndexPage",
    "initiatives.VideoIndexPage",
    "initiatives.PublicationIndexPage",
    "door.ProposalPage",
)


def register() -> None:
    """Add the documents and the facets of the domain."""
    registry.register(
        documents=(INITIATIVE, STORY, EVENT, SERIES, REPORT, VIDEO, PUBLICATION),
        facets=FACETS,
        excluded=EXCLUDED,
    )
