"""Declares the page types of the domain to the API."""

from hub.content.api.registry import PageResource, register_page
from initiatives.api.events import EVENT, REPORT, SERIES
from initiatives.api.initiatives import INITIATIVE
from initiatives.api.publications import PUBLICATION
from initiatives.api.stories import STORY
from initiatives.api.videos import VIDEO

# Pages of which a title, an introduction and an address are all there is to tell: their lists are
# those of the API.
LISTS = {
    "liste-initiatives": "initiatives.InitiativeIndexPage",
    "liste-laureats": "initiatives.LaureateIndexPage",
    "liste-evenements": "initiatives.EventIndexPage",
    "liste-videos": "initiatives.VideoIndexPage",
    "liste-publications": "initiatives.PublicationIndexPage",
}


def register() -> None:
    """Add the page types of the domain."""
    for resource in (INITIATIVE, STORY, EVENT, SERIES, REPORT, VIDEO, PUBLICATION):
        register_page(resource)
    for name, model in LISTS.items():
        register_page(PageResource(name, model))
    register_page(PageResource("signalement", "door.ProposalPage"))
