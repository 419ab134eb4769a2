"""Pages with all that search reads of other tables."""

import datetime

from initiatives.models import (
    EventPage,
    InitiativeOrganisation,
    InitiativePage,
    LaureateStoryPage,
    OrganisationRole,
    VideoPage,
)
from search.indexing.building import build
from search.models import DocumentState
from tests.factories import (
    EventPageFactory,
    InitiativePageFactory,
    OrganisationFactory,
    PrizeResultFactory,
    VerificationFactory,
)


def cite_everything(page):
    """Give a page what its document is made of."""
    if isinstance(page, InitiativePage):
        fill(page)
    elif isinstance(page, LaureateStoryPage):
        fill(page.initiative)
    elif isinstance(page, VideoPage):
        page.subjects.create(page=fill(InitiativePageFactory()))
        page.subjects.create(page=EventPageFactory(commune_code="21231"))
    elif isinstance(page, EventPage):
        page.organisation_links.create(
            organisation=OrganisationFactory(), role=OrganisationRole.ORGANISER
        )
    page.save()
    return page


def fill(fiche):
    """Give a fiche organisations, a tag, a prize and a verification."""
    for role in (OrganisationRole.CARRIER, OrganisationRole.SPOTTER):
        InitiativeOrganisation.objects.create(
            page=fiche, organisation=OrganisationFactory(economy="ess"), role=role
        )
    fiche.tags.add("chorale")
    fiche.save()
    PrizeResultFactory(initiative=fiche, year=2021)
    VerificationFactory(initiative=fiche, verified_on=datetime.date(2024, 3, 1))
    return fiche


def document_of(page):
    """Return the document of a page."""
    state = DocumentState.objects.get(pk=page.uid)
    (document,) = build([state]).documents
    return document


def text_of(page):
    """Return the text of a page from which excerpts are cut."""
    state = DocumentState.objects.get(pk=page.uid)
    build([state])
    return state.text
