"""A site with one page of every type, and a way to ask the API."""

import datetime
import json

import pytest

from hub.content.changes import reading
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


class Copy:
    """What a partner keeps: every page by its identifier, as it was last given."""

    def __init__(self, client):
        self.client = client
        self.pages, self.since = {}, "1970-01-01"

    def _all(self, address, **parameters):
        answer = self.client.get(f"/api/v1{address}", {"limit": 3, **parameters}).json()
        until = answer["until"]
        while True:
            yield from answer["items"]
            if not answer["next"]:
                break
            answer = self.client.get(answer["next"]).json()
            assert answer["until"] == until
        self.until = until

    def synchronise(self):
        gone = list(self._all("/suppressions", since=self.since))
        until = self.until
        changed = list(self._all("/pages", updated_since=self.since))
        for one in gone:
            self.pages.pop(one["id"], None)
        self.pages |= {one["id"]: one for one in changed}
        self.since = until
        return {one["id"] for one in (*gone, *changed)}


@pytest.fixture
def live(client):
    """Return what the API gives now, by identifier."""

    def read():
        items = client.get("/api/v1/pages", {"limit": 100}).json()["items"]
        return {one["id"]: one for one in items}

    return read


@pytest.fixture
def copy(client, monkeypatch):
    """A copy that asks again from the very moment: a test has no transaction left open."""
    monkeypatch.setattr(reading, "MARGIN", datetime.timedelta(0))
    return Copy(client)
