"""A site where each way of hiding has pages of every type of its own, each named by a secret."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Site

from hub.content.models import SiteIdentity
from initiatives.models import (
    EventOrganisation,
    InitiativeOrganisation,
    PublicationInitiative,
    VideoSubject,
)
from tests import factories
from tests.hidings import HIDINGS, HOUR

WAYS = tuple(HIDINGS)
# Hidden from the start, by what is no page, or in what is not published.
DRAFT, LATER, NEWER, COLLECTION, CONTACT = "draft", "later", "newer", "collection", "contact"
FROM_THE_START = (DRAFT, LATER, NEWER)
EVERY = (*WAYS, *FROM_THE_START, COLLECTION, CONTACT)


def secret_of(way: str) -> str:
    """Return a word that stands for one way of hiding, and in no other text of a site."""
    return f"zygomule{way.replace('_', '')}"


@dataclass
class HiddenSite:
    """`pages` will be hidden, each by its way; those `around` stay, and speak of them."""

    theme: Any
    organisation: Any
    around: list[Any]
    by_way: dict[str, list[Any]] = field(default_factory=dict)
    person: Any = None
    collection: Any = None

    @property
    def pages(self) -> list[Any]:
        return [page for pages in self.by_way.values() for page in pages]

    @property
    def secrets(self) -> list[str]:
        return [secret_of(way) for way in EVERY]

    def hide(self) -> None:
        """Hide all that is not hidden yet."""
        for way, hide in HIDINGS.items():
            for page in self.by_way[way]:
                page.refresh_from_db()
                hide(page)
        CollectionViewRestriction.objects.create(
            collection=self.collection, restriction_type="login"
        )
        self.person.expires_on = timezone.localdate() - datetime.timedelta(days=1)
        self.person.save()


def make_site() -> HiddenSite:
    """Make the site, nothing of it indexed yet."""
    fiche = factories.InitiativePageFactory(title="Fiche de tous", commune_code="39198")
    event = factories.EventPageFactory(title="Rencontre de tous", start_date=timezone.localdate())
    theme = factories.TermFactory(slug="aube", name="Aube")
    site = HiddenSite(
        theme=theme,
        organisation=factories.OrganisationFactory(),
        around=[fiche, event, factories.ThemePageFactory(title="Aube", term=theme)],
    )
    for way in WAYS:
        site.by_way[way] = [*_pages(site, secret_of(way))]
    for way in FROM_THE_START:
        site.by_way[way] = [_from_the_start(site, way)]
    _with_a_person(site, event)
    _with_a_file(site)
    _with_links(site)
    return site


def _pages(site: HiddenSite, secret: str) -> list[Any]:
    """Return a page of each type, about what is around; in a section of their own."""
    said = {"title": f"Titre {secret}", "summary": f"Résumé {secret}."}
    section = factories.StandardPageFactory(title="Section")
    inside = {**said, "parent": section}
    body = [("text", f"<p>Texte {secret}</p>")]
    fiche = factories.InitiativePageFactory(
        **inside,
        body=body,
        slug=f"fiche-{secret}",
        commune_code="39198",
        latitude="47.09",
        longitude="5.49",
        terms=[site.theme],
    )
    InitiativeOrganisation.objects.create(
        page=fiche, organisation=site.organisation, role="repereur"
    )
    prize = factories.PrizeResultFactory(initiative=site.around[0], year=2010 + len(site.by_way))
    story = factories.LaureateStoryPageFactory(
        **inside, slug=f"histoire-{secret}", prize_result=prize
    )
    event = factories.EventPageFactory(
        **inside, slug=f"rencontre-{secret}", inside=site.around[1], start_date=timezone.localdate()
    )
    video = factories.VideoPageFactory(**inside, slug=f"video-{secret}")
    VideoSubject.objects.create(video=video, page=site.around[0])
    publication = factories.PublicationPageFactory(**inside, slug=f"carnet-{secret}")
    PublicationInitiative.objects.create(page=publication, initiative=site.around[0])
    return [fiche, story, event, video, publication]


def _from_the_start(site: HiddenSite, way: str) -> Any:
    secret = secret_of(way)
    if way == NEWER:
        fiche = factories.InitiativePageFactory(title="Fiche reprise", terms=[site.theme])
        fiche.title = fiche.summary = secret
        fiche.save_revision()
        return fiche
    fiche = factories.InitiativePageFactory(title=secret, terms=[site.theme], live=False)
    if way == LATER:
        fiche.go_live_at = timezone.now() + HOUR
        fiche.save_revision().publish()
    return fiche


def _with_a_person(site: HiddenSite, event: Any) -> None:
    site.person = factories.ContactPersonFactory(
        name=f"Camille {secret_of(CONTACT)}", email=f"{secret_of(CONTACT)}@example.org"
    )
    EventOrganisation.objects.create(
        page=event, organisation=site.organisation, contact=site.person, role="organisateur"
    )


def _with_a_file(site: HiddenSite) -> None:
    site.collection = Collection.get_first_root_node().add_child(name="Réservés")
    document = factories.DocumentFactory(
        title=f"Note {secret_of(COLLECTION)}", collection=site.collection
    )
    page = factories.StandardPageFactory(
        title="Ressources", body=[("document", {"document": document})]
    )
    publication = factories.PublicationPageFactory(title="Carnet de tous", document=document)
    site.around += [page, publication]


def _with_links(site: HiddenSite) -> None:
    """Have the home page, the menu and a text of the public lead to what will be hidden."""
    home = factories.HomePageFactory()
    listings = ("latest_laureates", "latest_initiatives", "next_events")
    home.body = [(name, {"title": "Derniers", "number": 12}) for name in listings]
    home.save()
    links = "".join(f'<a linktype="page" id="{page.pk}">Lire</a> ' for page in site.pages)
    page = factories.StandardPageFactory(
        title="Liens",
        body=[
            ("text", f"<p>{links}</p>"),
            ("selection", {"title": "Choix", "pages": site.pages}),
        ],
        related=[("page", page) for page in site.pages],
    )
    site.around.append(page)
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.menu = [("page", {"page": page, "label": ""}) for page in site.pages[:6]]
    identity.save()
