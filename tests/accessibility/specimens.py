"""One page of every template, each with all that it may show, and nothing that moves with time."""

import datetime
from urllib.parse import urlsplit

from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from hub.content.blocks.unavailable import UNAVAILABLE
from hub.content.models import SiteIdentity
from initiatives.models import EventPage, InitiativePage, Scheme, VideoPage
from tests import factories
from tests.page_types import PAGE_TYPES

SOME_DAY = datetime.datetime(2024, 3, 1, 9, tzinfo=datetime.UTC)
FAR_AWAY = datetime.date(2090, 9, 26)
OTHERS = [
    "initiative_index_page_2",
    "initiative_index_page_without_answer",
    "term",
    "vocabulary",
    "organisation",
    "territories",
    "departement",
    "epci_without_fiche",
    "report_form",
    "accessibility",
    "site_plan",
    "404",
]


def _snake(name):
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]


# The names of the templates, which are those of the trees.
NAMES = [*map(_snake, PAGE_TYPES), *OTHERS]


def make_specimens():
    """Fill the database and return the address of each specimen by its name."""
    for factory_name in factories.__all__:
        getattr(factories, factory_name).reset_sequence(0, force=True)
    home = factories.HomePageFactory()
    pages = {}
    for name, (make, fill) in PAGE_TYPES.items():
        pages[_snake(name)] = page = make()
        fill(page, 2)
    _say_more(pages)
    for page in pages.values():
        _hold_every_block(page)
    _identify(home)
    _stop_time()
    return {name: path_of(page) for name, page in pages.items()} | _other_addresses(pages)


def path_of(page):
    """Return the address of a page on its site."""
    return urlsplit(page.full_url).path


def _other_addresses(pages):
    term = factories.TermFactory(scheme=Scheme.CENTRED_ON, slug="entreprise")
    fiches = path_of(pages["initiative_index_page"])
    organisation = factories.InitiativePageFactory._meta.model.objects.get(
        pk=pages["initiative_page"].pk
    ).organisation_links.first()
    return {
        "initiative_index_page_2": f"{fiches}?page=2",
        "initiative_index_page_without_answer": f"{fiches}?q=rien-du-tout",
        "term": term.get_absolute_url(),
        "vocabulary": f"/vocabulaires/{term.scheme}/",
        "organisation": organisation.organisation.get_absolute_url(),
        "territories": "/territoires/",
        "departement": "/territoires/21/",
        "epci_without_fiche": "/territoires/200039063/",
        "report_form": f"{path_of(pages['initiative_page'])}signaler/",
        "accessibility": "/accessibilite/",
        "site_plan": "/plan-du-site/",
        "404": "/cette-page-n-existe-pas/",
    }


def _say_more(pages):
    """Give the pages what their templates show and their factories leave out."""
    fiche, event, video = pages["initiative_page"], pages["event_page"], pages["video_page"]
    fiche.quoted_title, fiche.need = "À chacun son heure", "Garder les métiers au village."
    fiche.website, fiche.activity = "https://exemple.example/", "Boulangerie"
    fiche.commune_code, event.commune_code = "39198", "25056"
    fiche.headcount, fiche.is_fictitious = 12, True
    event.start_date, event.place_name = FAR_AWAY, "Salle des fêtes"
    event.access = "À dix minutes de la gare.\nParking à vélos."
    event.registration_url = "https://inscription.example/"
    video.summary, video.speakers = "Une équipe raconte.", "Camille Exemple"
    video.duration = datetime.timedelta(minutes=3, seconds=20)
    video.transcript = "<p>Bonjour, nous avons changé nos horaires.</p>"
    video.chapters = [("chapter", {"start": 12, "title": "Le début"})]
    pages["laureate_story_page"].quote = "Nous avons gagné du temps."
    pages["laureate_story_page"].quote_author = "L’équipe"
    pages["event_report_page"].participants = 143
    pages["publication_page"].document = factories.DocumentFactory(title="Carnet")
    for page in pages.values():
        if hasattr(page, "picture") and not isinstance(page, VideoPage | InitiativePage):
            page.picture = factories.ImageFactory()
        page.save()


def _hold_every_block(page):
    """Put one of each block that the page may hold in its body, with the value of its preview."""
    if not hasattr(page, "body"):
        return
    blocks = page.body.stream_block.child_blocks
    names = [name for name in blocks if name not in {UNAVAILABLE, "hero_search"}]
    opening = ["hero_search"] if "hero_search" in blocks else []
    page.body = [(name, blocks[name].get_preview_value()) for name in opening + names]
    page.save()


def _identify(home):
    """Fill the header and the footer."""
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    sections = home.get_children().order_by("path").exclude(numchild=0)
    identity.menu = [("page", {"page": page, "label": ""}) for page in sections]
    identity.contact_email = "contact@example.org"
    identity.european_funding = True
    identity.funding_statement = "Financé par l’État et la Région."
    identity.social_accounts = [
        ("account", {"network": "Mastodon", "address": "https://social.example/@rallynov"})
    ]
    identity.save()


def _stop_time():
    """Date what would be dated of today."""
    Page.objects.update(first_published_at=SOME_DAY, last_published_at=SOME_DAY)
    today = datetime.date.today()
    EventPage.objects.filter(start_date=today).update(start_date=FAR_AWAY)
    get_document_model().objects.update(created_at=SOME_DAY)
