"""The tree of a new site: home, lists, legal pages, menu, redirects. Idempotent.

What was made once is recorded (`SeedRecord`): an editor may change, move or delete any of it.
"""

import csv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from home.models import HomePage, StandardPage, ThemeIndexPage
from home.texts import HOME_BODY, STANDARD_PAGES
from hub.content.models import SiteIdentity
from hub.content.models.seed import seed
from hub.content.publishing import publish_new
from initiatives.door.models import ProposalPage
from initiatives.models import (
    EventIndexPage,
    InitiativeIndexPage,
    LaureateIndexPage,
    PublicationIndexPage,
    VideoIndexPage,
)
from initiatives.vocabularies import load_vocabularies

BATCH = "site"
REDIRECTS = Path(__file__).parent / "data" / "redirects.csv"
INDEXES: tuple[tuple[str, Callable[..., Page], str, str], ...] = (
    (
        "initiatives",
        InitiativeIndexPage,
        "Initiatives",
        "Des façons de travailler mieux, déjà essayées près d’ici.",
    ),
    ("laureats", LaureateIndexPage, "Lauréats", "Les initiatives que le prix a distinguées."),
    ("evenements", EventIndexPage, "Événements", "Se rencontrer, chercher ensemble, essayer."),
    ("videos", VideoIndexPage, "Vidéos", "À eux la parole."),
    (
        "publications",
        PublicationIndexPage,
        "Publications",
        "Carnets, bilans et enquêtes, à lire en ligne ou à télécharger.",
    ),
    ("themes", ThemeIndexPage, "Thèmes", "Entrer par un sujet."),
)

# Not a page of the tree (`initiatives/territories/`).
TERRITORIES = {
    "type": "address",
    "value": {"label": "Territoires", "address": "/territoires/"},
}
# Those of the pages of text that hold something more.
MODELS: dict[str, Callable[..., Page]] = {"signaler-une-initiative": ProposalPage}


def set_up_site(say: Callable[[str], Any] = str) -> HomePage:
    """Make what a site needs and has never had; return its home page.

    `say` is told, in French, what was done.
    """
    terms = load_vocabularies()
    if terms:
        say(f"{terms} termes de vocabulaire créés.")
    home = _home()
    site = _site(home)
    pages: dict[str, Page | None] = {}
    for slug, model, title, summary in INDEXES:
        pages[slug] = _page(home, slug, partial(model, title=title, slug=slug, summary=summary))
    for slug, title, summary, body in STANDARD_PAGES:
        make = MODELS.get(slug, StandardPage)
        pages[slug] = _page(
            home, slug, partial(make, title=title, slug=slug, summary=summary, body=body)
        )
    seed(BATCH, "identite", partial(_identity, site, pages))
    _load_redirects()
    return home


def _home() -> HomePage:
    existing = HomePage.objects.order_by("path").first()
    if existing is not None:
        return existing
    root = Page.get_first_root_node()
    return publish_new(
        root,
        HomePage(
            title="Rally’nov",
            slug="accueil",
            seo_title="Rally’nov, l’innovation sociale en Bourgogne-Franche-Comté",
            search_description="Les initiatives sociales de Bourgogne-Franche-Comté, repérées, "
            "racontées et diffusées par le programme Rally’nov.",
            summary="Des façons de travailler mieux, déjà essayées près d’ici.",
            body=HOME_BODY,
        ),
    )


def _site(home: HomePage) -> Site:
    """Return the default site, at the public address of the settings, rooted at the home page."""
    address = urlsplit(settings.HUB_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site, made = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": address.hostname, "root_page": home}
    )
    welcome = site.root_page
    if (site.hostname, site.port, site.root_page_id) != (address.hostname, port, home.pk):
        site.hostname, site.port = address.hostname or "localhost", port
        if made or welcome.specific_class is Page:
            site.root_page = home
        site.save()
    if welcome.pk != home.pk and welcome.specific_class is Page and welcome.is_leaf():
        welcome.delete()
    return site


def _page(home: HomePage, slug: str, make: Callable[[], Page]) -> Page | None:
    """Make a page under the home page once; adopt one that already stands at this address."""

    def adopt_or_make() -> Page:
        standing = Page.objects.child_of(home).filter(slug=slug).first()
        return standing.specific if standing else publish_new(home, make())

    return seed(BATCH, f"page/{slug}", adopt_or_make)


def _identity(site: Site, pages: dict[str, Page | None]) -> SiteIdentity:
    identity = SiteIdentity.for_site(site)
    identity.menu = _links(pages, "initiatives", "laureats", "evenements", "videos", "publications")
    last = ("signaler-une-initiative", "contact", "mentions-legales", "donnees-personnelles")
    identity.footer = [
        *_links(pages, "themes"),
        TERRITORIES,
        *_links(pages, "ressources", *last),
    ]
    identity.contact_page = pages["contact"]
    identity.save()
    return identity


def _links(pages: dict[str, Page | None], *slugs: str) -> list[dict[str, Any]]:
    chosen = (pages[slug] for slug in slugs)
    return [{"type": "page", "value": {"page": page.pk, "label": ""}} for page in chosen if page]


def _load_redirects() -> None:
    """Load the addresses of the old site, query strings included."""
    with REDIRECTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            old = Redirect.normalise_path(row["ancienne_adresse"])
            seed(BATCH, f"redirection/{old}", partial(_redirect, old, row["destination"]))


def _redirect(old: str, target: str) -> Redirect:
    redirect, _ = Redirect.objects.get_or_create(
        old_path=old, site=None, defaults={"redirect_link": target, "is_permanent": True}
    )
    return redirect
