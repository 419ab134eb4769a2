"""Forms as a visitor fills them in, some time after they were shown."""

import datetime

import pytest
from django.utils import timezone

from initiatives.door import guard
from tests import factories

PROPOSE = "/signaler-une-initiative/envoi/"
PROPOSAL = {
    "title": "La semaine de quatre jours",
    "organisation": "Menuiserie Jurassienne",
    "commune": "Lons-le-Saunier",
    "summary": "Trente salariés travaillent quatre jours, sans perte de salaire.",
    "need": "Personne ne répondait plus aux offres d’emploi.",
    "details": "Depuis 2024.\n\nDeux réunions ont suffi.",
    "website": "www.exemple.fr",
    "name": "Dominique Inventée",
    "email": "dominique@example.org",
    "spotter": "Réseau Exemple",
    "consent": "on",
}
REPORT = {"kind": "erreur", "message": "L’effectif n’est plus le bon."}
WITHDRAWAL = {
    "kind": "retrait",
    "message": "Retirez mon nom.",
    "name": "Dominique Inventée",
    "email": "dominique@example.org",
    "consent": "on",
}


def token(purpose="initiative", age=datetime.timedelta(minutes=2)):
    """Return the token of a form that was shown some time ago."""
    with pytest.MonkeyPatch.context() as patch:
        shown = timezone.now() - age
        patch.setattr(guard.timezone, "now", lambda: shown)
        return guard.new_token(purpose)


@pytest.fixture
def form_page(home):
    """The page of the form."""
    return factories.ProposalPageFactory()


@pytest.fixture
def propose(client, form_page):
    """Send a proposal; fields given replace those of the example."""

    def send(**fields):
        headers = fields.pop("headers", {})
        return client.post(PROPOSE, {**PROPOSAL, "token": token(), **fields}, headers=headers)

    return send


@pytest.fixture
def fiche(home):
    """A published fiche."""
    return factories.InitiativePageFactory(title="Le fournil", slug="le-fournil")


@pytest.fixture
def report(client, fiche):
    """Send a report about the fiche."""

    def send(**fields):
        address = f"/initiatives/{fiche.slug}/signaler/"
        purpose = f"fiche {fiche.uid}"
        return client.post(address, {**REPORT, "token": token(purpose), **fields})

    return send
