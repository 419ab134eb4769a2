"""What the style guide shows of the components that know no content type."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from wagtail.models import Page

from hub.content.blocks.body import BodyBlocks
from hub.content.breadcrumbs import HOME, Crumb
from hub.content.head import Head, SocialImage
from hub.content.models import AccessibilityStatement, HubDocument, SiteIdentity
from hub.content.models.document import DocumentAccessibility
from hub.content.navigation import Chrome, NavigationLink
from hub.content.styleguide.samples import (
    LONG_SUMMARY,
    LONG_TITLE,
    NO_ROW,
    SHORT_SUMMARY,
    asked,
    page,
    picture,
)
from hub.content.styleguide.specimen import Context, Place, Specimen
from hub.content.video.address import parse_youtube_address
from hub.content.video.facade import VideoFacade

Variants = Mapping[str, Context]
VIDEO = "https://www.youtube.com/watch?v=6MSURDccwBk"
TRANSCRIPT = "<p>« Nous avons d’abord compté les heures, ensemble. »</p>"
MENU = ("Initiatives", "Lauréats", "Événements", "Vidéos", "Publications", "Thèmes", "Ressources")
LONG_NAME = "Rallye régional de l’innovation sociale et de la qualité de vie au travail"


def brand_mark() -> Variants:
    """Its one state."""
    return {"Toujours": {}}


def breadcrumbs() -> Variants:
    """Short, and longer than the screen."""
    steps = [Crumb("Initiatives", "/initiatives/"), Crumb(LONG_TITLE, "/initiatives/")]
    return {
        label: {"crumbs": crumbs, "trail": [HOME, *crumbs, Crumb(label)]}
        for label, crumbs in {"Un échelon": [], "Titres très longs": steps}.items()
    }


def counted_figure() -> Variants:
    """Drawn dot by dot, by groups, and singular."""
    label = "participante ou participant,participantes et participants"
    return {
        "Courant": {"value": 63, "label": label},
        "Grand nombre": {"value": 128_450, "label": label},
        "Un seul": {"value": 1, "label": label},
    }


def _document(accessibility: str = DocumentAccessibility.YES, **fields: Any) -> HubDocument:
    document = HubDocument(
        id=0,
        collection_id=NO_ROW,
        title="Bilan du programme",
        accessibility=accessibility,
        file_size=1_258_291,
        **fields,
    )
    document.file.name = "documents/bilan.pdf"
    return document


def document() -> Variants:
    """Accessible, and not accessible beside the page that says the same."""
    refused = _document(DocumentAccessibility.NO)
    same = page(Page, "Bilan du programme, en page web")
    # Where `hub.content.equivalents` keeps what it has read.
    refused.__dict__["_shown_equivalent"] = same
    return {
        "Accessible": {"file": _document(), "label": "Bilan du programme"},
        "Non accessible, avec son équivalent": {"file": refused, "label": "Bilan du programme"},
    }


def document_equivalent() -> Variants:
    """Short and long."""
    return {
        "Courant": {"page": page(Page, "Bilan du programme")},
        "Titre très long": {"page": page(Page, LONG_TITLE)},
    }


def document_link() -> Variants:
    """The three accessibilities, a long label, a file of unknown weight."""
    unknown = _document(DocumentAccessibility.UNKNOWN)
    return {
        "Accessible": {"file": _document(), "label": "Bilan du programme"},
        "Non évalué, libellé très long": {"file": unknown, "label": LONG_TITLE},
        "Non accessible": {"file": _document(DocumentAccessibility.NO), "label": "Affiche"},
    }


def draft_banner() -> Variants:
    """Its one state."""
    return {"Toujours": {"until": datetime.datetime(2026, 12, 4, 17, 30, tzinfo=datetime.UTC)}}


def empty() -> Variants:
    """With and without a way on."""
    text = "Aucune initiative ne porte encore ce terme."
    return {
        "Avec une suite": {"text": text, "url": "/initiatives/", "label": "Voir les initiatives"},
        "Sans suite": {"text": text, "url": "", "label": ""},
    }


def _funded(**fields: Any) -> SiteIdentity:
    names = ("Région Bourgogne-Franche-Comté", "Direction régionale de l’économie et du travail")
    funders: list[Any] = [("funder", {"name": name, "logo": None}) for name in names]
    funders.append(("funder", {"name": "Agence du travail", "logo": picture("logo")}))
    return SiteIdentity(
        european_funding=True,
        funders=funders,
        funding_statement="Rally’nov est financé par l’État, la Région et le Fonds social européen "
        "plus, au titre du programme 2021-2027.",
        **fields,
    )


def funders() -> Variants:
    """All of them, Europe alone, none."""
    return {
        "Europe et trois financeurs": {"identity": _funded()},
        "Europe seule": {"identity": SiteIdentity(european_funding=True)},
        "Aucun": {"identity": SiteIdentity()},
    }


def head_meta() -> Variants:
    """What the page says of itself to machines."""
    image = SocialImage("/partage/carte.jpg", 1200, 630, LONG_TITLE)
    return {
        "Titre et description longs": {
            "head": Head(LONG_TITLE, LONG_TITLE, LONG_SUMMARY, "/styleguide/", image),
            "title": LONG_TITLE,
            "description": LONG_SUMMARY,
            "site_name": "Rally’nov",
        }
    }


def page_header() -> Variants:
    """The longest and the poorest."""
    return {
        "Complet": {
            "title": "Des horaires décidés ensemble",
            "eyebrow": "Besançon (Doubs)",
            "lead": "Une équipe décide ensemble de ses horaires.",
        },
        "Très long": {"title": LONG_TITLE, "eyebrow": "Initiative", "lead": LONG_SUMMARY},
        "Titre seul": {"title": "Plan du site", "eyebrow": "", "lead": ""},
    }


def page_picture() -> Variants:
    """With its credit, and without a picture."""
    shown: dict[str, Any] = {"picture": picture(credit="Camille Exemple, CC BY"), "slug": "atelier"}
    return {
        "Image et crédit": {"page": shown | {"picture_alt": "Un atelier au petit matin"}},
        "Sans image": {"page": {"picture": None, "slug": "paysage", "picture_alt": ""}},
    }


def page_card() -> Variants:
    """Usual, longest, poorest."""
    usual, long, poor = (page(Page, title) for title in ("Le programme", LONG_TITLE, "Contact"))
    for shown, image in ((usual, None), (long, picture()), (poor, None)):
        vars(shown)["picture"] = image
    state = {"kind": "page", "level": 3, "title": "", "excerpt": ""}
    return {
        "Courante": {"page": usual, "summary": SHORT_SUMMARY, **state},
        "La plus longue": {"page": long, "summary": LONG_SUMMARY, **state},
        "Sans résumé": {"page": poor, "summary": "", **state},
    }


def pagination() -> Variants:
    """First, middle and last of many; two; a single one, which shows nothing."""
    many, two, one = (Paginator(range(24 * pages), 24) for pages in (121, 2, 1))
    address = "/initiatives/?q=horaires"
    lists = {
        "Au milieu de 121 pages": many.page(60),
        "La première": many.page(1),
        "La dernière": many.page(121),
        "Deux pages": two.page(2),
        "Une seule page": one.page(1),
    }
    return {label: {"listing": listing, "address": address} for label, listing in lists.items()}


def print_address() -> Variants:
    """Seen on paper only."""
    return {
        "Sur papier": {"address": "https://exemple.fr/initiatives/exemple/", "title": LONG_TITLE}
    }


def _chrome(labels: tuple[str, ...]) -> Chrome:
    here = reverse("styleguide:index")
    links = tuple(
        NavigationLink(label, "/initiatives/" if rank else here)
        for rank, label in enumerate(labels)
    )
    return Chrome(menu=links, footer=links, contact_url="")


def site_header() -> Variants:
    """The usual menu, the longest, a logo, none."""
    identity, request = SiteIdentity(), asked(reverse("styleguide:index"))
    long_labels = tuple(f"{label} et ressources" for label in MENU)
    logo = picture("logo", size=(640, 160))
    states = {
        "Menu courant": (identity, MENU),
        "Noms très longs": (SiteIdentity(name=LONG_NAME), long_labels),
        "Logo": (SiteIdentity(logo=logo), MENU),
        "Sans menu": (identity, ()),
    }
    return {
        label: {"identity": who, "chrome": _chrome(menu), "request": request}
        for label, (who, menu) in states.items()
    }


def site_footer() -> Variants:
    """Complete, and with what the law asks for alone."""
    audited = AccessibilityStatement(audited_on=datetime.date.today(), rate=Decimal(87))
    accounts: list[Any] = [
        ("account", {"network": name, "address": "https://example.org/"})
        for name in ("LinkedIn", "Mastodon", "PeerTube")
    ]
    rich = _funded(social_accounts=accounts)
    poor = SiteIdentity(tagline="", publisher="")
    return {
        "Complet": {"identity": rich, "chrome": _chrome(MENU), "accessibility": audited},
        "Minimal": {
            "identity": poor,
            "chrome": _chrome(()),
            "accessibility": AccessibilityStatement(),
        },
    }


def _facade(title: str, **fields: Any) -> VideoFacade:
    return VideoFacade(parse_youtube_address(VIDEO), title, **fields)


def video() -> Variants:
    """Complete, and known by its title alone."""
    complete = _facade(
        "Quatre jours par semaine : l’équipe raconte",
        duration=datetime.timedelta(minutes=3, seconds=20),
        language="fsl",
        transcript=TRANSCRIPT,
    )
    return {
        "Complète": {"facade": complete},
        "Titre très long": {"facade": _facade(LONG_TITLE)},
        "Titre court": {"facade": _facade("Portrait")},
    }


def unplayable_video() -> Variants:
    """A link, and nothing to lead to."""
    address = "https://video.example.org/watch/" + "a1b2c3" * 12
    return {
        "Adresse très longue": {"address": address, "title": "Témoignage"},
        "Sans adresse": {"address": "", "title": "Témoignage"},
        "Sans rien": {"address": "", "title": ""},
    }


SPECIMENS = (
    Specimen("brand_mark", brand_mark, wrapper="p", classes="brand"),
    Specimen("breadcrumbs", breadcrumbs, Place.FRAME),
    Specimen("counted_figure", counted_figure, classes="specimen__aside"),
    Specimen("document", document),
    Specimen("document_equivalent", document_equivalent),
    Specimen("document_link", document_link),
    Specimen("draft_banner", draft_banner, Place.FRAME),
    Specimen("empty", empty),
    Specimen("funders", funders, Place.FRAME),
    Specimen("head_meta", head_meta, Place.FRAME),
    Specimen("page_header", page_header, Place.HEADING),
    Specimen("page_picture", page_picture),
    Specimen("page_card", page_card, classes="specimen__card"),
    Specimen("pagination", pagination, Place.ALONE),
    Specimen("print_address", print_address),
    Specimen("site_footer", site_footer, Place.FRAME),
    Specimen("site_header", site_header, Place.FRAME),
    Specimen("skip_links", brand_mark, Place.FRAME),
    Specimen("unplayable_video", unplayable_video),
    Specimen("video", video),
)
STREAMS = (BodyBlocks,)
