"""What the public sends, and the page of the form."""

import factory

from initiatives.door.models import ErrorReport, Proposal, ProposalPage, Sender
from tests.factories.home import HomePageFactory
from tests.factories.initiatives import InitiativePageFactory
from tests.factories.pages import OnlyOnePageFactory


class ProposalPageFactory(OnlyOnePageFactory):
    class Meta:
        model = ProposalPage

    title = "Signaler une initiative"
    slug = "signaler-une-initiative"

    @classmethod
    def default_parent(cls):
        return HomePageFactory()


class SenderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Sender

    name = factory.Sequence(lambda n: f"Dominique Inventée {n}")
    email = factory.Sequence(lambda n: f"dominique{n}@example.org")


class ReceivedFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    submission_key = factory.Sequence(lambda n: f"{n:064d}")
    sender = factory.SubFactory(SenderFactory)


class ProposalFactory(ReceivedFactory):
    class Meta:
        model = Proposal

    title = factory.Sequence(lambda n: f"La semaine de quatre jours {n}")
    organisation = "Menuiserie Jurassienne"
    commune = "Lons-le-Saunier"
    summary = "Trente salariés travaillent quatre jours, sans perte de salaire."
    need = "Personne ne répondait plus aux offres d’emploi."


class ErrorReportFactory(ReceivedFactory):
    class Meta:
        model = ErrorReport

    fiche = factory.SubFactory(InitiativePageFactory)
    fiche_title = factory.SelfAttribute("fiche.title")
    message = "L’effectif n’est plus le bon."
