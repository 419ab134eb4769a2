"""Pages and objects of the application `initiatives`."""

import datetime

import factory

from initiatives.models import (
    Characterisation,
    ContactPerson,
    EventIndexPage,
    EventPage,
    EventReportPage,
    EventSeriesPage,
    InitiativeIndexPage,
    InitiativePage,
    LaureateIndexPage,
    LaureateStoryPage,
    Organisation,
    PrizeResult,
    PublicationIndexPage,
    PublicationPage,
    Scheme,
    Term,
    Verification,
    VideoIndexPage,
    VideoPage,
)
from tests.factories.home import HomePageFactory
from tests.factories.pages import OnlyOnePageFactory, PageFactory


class TermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Term
        django_get_or_create = ("scheme", "slug")

    scheme = Scheme.THEME
    slug = factory.Sequence(lambda n: f"terme-{n}")
    name = factory.LazyAttribute(lambda term: term.slug.replace("-", " ").capitalize())


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Coopérative {n}")
    slug = factory.Sequence(lambda n: f"cooperative-{n}")


class ContactPersonFactory(factory.django.DjangoModelFactory):
    """Somebody who agreed to be named and still does."""

    class Meta:
        model = ContactPerson

    name = factory.Sequence(lambda n: f"Camille Exemple {n}")
    email = factory.Sequence(lambda n: f"camille{n}@example.org")
    phone = "00 00 00 00 00"
    is_public = True
    consent_given_on = factory.LazyFunction(datetime.date.today)
    consent_proof = "Formulaire signé"
    expires_on = factory.LazyFunction(lambda: datetime.date.today() + datetime.timedelta(days=365))


class IndexPageFactory(OnlyOnePageFactory):
    class Meta:
        abstract = True

    @classmethod
    def default_parent(cls):
        return HomePageFactory()


class InitiativeIndexPageFactory(IndexPageFactory):
    class Meta:
        model = InitiativeIndexPage

    title = "Initiatives"


class LaureateIndexPageFactory(IndexPageFactory):
    class Meta:
        model = LaureateIndexPage

    title = "Lauréats"


class EventIndexPageFactory(IndexPageFactory):
    class Meta:
        model = EventIndexPage

    title = "Événements"


class VideoIndexPageFactory(IndexPageFactory):
    class Meta:
        model = VideoIndexPage

    title = "Vidéos"


class PublicationIndexPageFactory(IndexPageFactory):
    class Meta:
        model = PublicationIndexPage

    title = "Publications"


class InitiativePageFactory(PageFactory):
    """A fiche that may be published: one term in each dimension of the grid."""

    class Meta:
        model = InitiativePage

    title = factory.Sequence(lambda n: f"Initiative {n}")
    summary = "Une équipe décide ensemble de ses horaires."
    year = 2022

    @classmethod
    def default_parent(cls):
        return InitiativeIndexPageFactory()

    @factory.post_generation
    def terms(self, create, extracted, **kwargs):
        default = [
            TermFactory(scheme=Scheme.CENTRED_ON, slug="entreprise"),
            TermFactory(scheme=Scheme.LINKED_TO, slug="organisation"),
        ]
        for rank, term in enumerate(extracted if extracted is not None else default):
            Characterisation.objects.create(
                content_object=self, tag=term, sort_order=rank, evidence="Toute l’équipe décide."
            )


class PrizeResultFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PrizeResult

    initiative = factory.SubFactory(InitiativePageFactory)
    year = 2022


class VerificationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Verification

    initiative = factory.SubFactory(InitiativePageFactory)
    verified_on = datetime.date(2024, 3, 1)


class LaureateStoryPageFactory(PageFactory):
    class Meta:
        model = LaureateStoryPage

    title = factory.Sequence(lambda n: f"Histoire {n}")
    summary = "Comment une équipe a gagné du temps."
    prize_result = factory.SubFactory(PrizeResultFactory)

    @classmethod
    def default_parent(cls):
        return LaureateIndexPageFactory()


class EventSeriesPageFactory(PageFactory):
    class Meta:
        model = EventSeriesPage

    title = factory.Sequence(lambda n: f"Tournée {n}")
    summary = "Neuf étapes dans la région."

    @classmethod
    def default_parent(cls):
        return EventIndexPageFactory()


class EventPageFactory(PageFactory):
    class Meta:
        model = EventPage

    title = factory.Sequence(lambda n: f"Rencontre {n}")
    summary = "Une journée pour chercher ensemble."
    start_date = datetime.date(2023, 9, 26)
    kind = factory.SubFactory(TermFactory, scheme=Scheme.EVENT_KIND, slug="rencontre-regionale")

    @classmethod
    def default_parent(cls):
        return EventIndexPageFactory()


class EventReportPageFactory(PageFactory):
    class Meta:
        model = EventReportPage

    title = factory.Sequence(lambda n: f"Compte rendu {n}")
    summary = "Ce que la journée a donné."

    @classmethod
    def default_parent(cls):
        return EventPageFactory()


class VideoPageFactory(PageFactory):
    class Meta:
        model = VideoPage

    title = factory.Sequence(lambda n: f"Témoignage {n}")
    address = "https://www.youtube.com/watch?v=6MSURDccwBk"

    @classmethod
    def default_parent(cls):
        return VideoIndexPageFactory()


class PublicationPageFactory(PageFactory):
    class Meta:
        model = PublicationPage

    title = factory.Sequence(lambda n: f"Carnet {n}")
    summary = "Les enseignements d’une année."
    kind = "carnet"

    @classmethod
    def default_parent(cls):
        return PublicationIndexPageFactory()
