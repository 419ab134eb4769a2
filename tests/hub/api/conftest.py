"""A site with one page of every type, and a way to ask the API."""

import json

import pytest

from tests.factories import (
    ContactPersonFactory,
    DocumentFactory,
    EventPageFactory,
    EventReportPageFactory,
    EventSeriesPageFactory,
    ImageFactory,
    InitiativePageFactory,
    LaureateStoryPageFactory,
    PrizeResultFactory,
    ProposalPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
    TermFactory,
    ThemePageFactory,
    VerificationFactory,
    VideoPageFactory,
)

API = "/api/v1"


@pytest.fixture
def ask(client):
    """Ask an address of the API, and return what it answers."""

    def asked(path, /, status=200, **parameters):
        response = client.get(f"{API}{path}", parameters)
        assert response.status_code == status, response.content[:500]
        return json.loads(response.content)

    return asked


@pytest.fixture
def site(home):
    """One page of every type, as full as an editor makes them."""
    term = TermFactory(name="Temps de travail", slug="temps-de-travail")
    fiche = InitiativePageFactory(
        title="Les Délices bleus",
        commune_code="39198",
        terms=[term],
        contact=ContactPersonFactory(),
        picture=ImageFactory(),
        logo=ImageFactory(),
    )
    result = PrizeResultFactory(initiative=fiche, year=2022)
    VerificationFactory(initiative=fiche)
    event = EventPageFactory(commune_code="21231")
    return {
        "initiative": fiche,
        "laureat": LaureateStoryPageFactory(prize_result=result),
        "evenement": event,
        "serie": EventSeriesPageFactory(),
        "compte-rendu": EventReportPageFactory(parent=event),
        "video": VideoPageFactory(),
        "publication": PublicationPageFactory(document=DocumentFactory()),
        "theme": ThemePageFactory(term=term),
        "page": StandardPageFactory(),
        "signalement": ProposalPageFactory(),
    }
