"""`/api/v1/site`: what surrounds every page, for who builds the site anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from ninja import Router
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.addresses import hub_url, public_root, public_url
from hub.content.api.context import ApiContext
from hub.content.api.images import image_json, read_images
from hub.content.api.links import LinkJson
from hub.content.api.problems import ProblemJson
from hub.content.api.reading import needed, read_needs
from hub.content.api.replies import reply
from hub.content.api.schemas import Address, CodedValue, Day, ImageJson, PageRef, Path
from hub.content.head import image_of
from hub.content.models import AccessibilityStatement, SiteIdentity
from hub.content.models.page import visible_pages
from hub.content.navigation import NavigationLink
from hub.content.social.card import card_of_site
from hub.content.surroundings import Surroundings, surroundings
from hub.content.theming.icon import icon_address
from hub.content.theming.palette import complete
from search.representations.lists import SearchList, list_at
from search.representations.offered import offers

router = Router()


class SiteContactJson(TypedDict):
    """De quoi joindre le programme."""

    email: Annotated[str, Field(description="Adresse électronique ; vide : non donnée.")]
    phone: Annotated[str, Field(description="Téléphone ; vide : non donné.")]
    address: Annotated[str, Field(description="Adresse postale, sur plusieurs lignes.")]
    page: Annotated[PageRef | None, Field(description="Page de contact.")]


class AccountJson(TypedDict):
    """Compte sur un réseau social."""

    network: Annotated[str, Field(description="Réseau.", examples=["LinkedIn"])]
    url: Address


class FunderJson(TypedDict):
    """Financeur."""

    name: Annotated[str, Field(description="Nom.")]
    url: Annotated[str, Field(description="Son site ; vide : non donné.")]
    logo: Annotated[ImageJson | None, Field(description="Logo.")]


class FundingJson(TypedDict):
    """Qui finance le programme, et ce que chaque page doit en dire."""

    statement: Annotated[str, Field(description="Mention de financement ; vide : aucune.")]
    european: Annotated[
        bool, Field(description="Vrai : l’emblème européen et sa mention sont obligatoires.")
    ]
    european_emblem: Annotated[Address | None, Field(description="Emblème européen (SVG).")]
    funders: Annotated[list[FunderJson], Field(description="Financeurs, dans leur ordre.")]


class AccessibilityJson(TypedDict):
    """Ce que dit la déclaration d’accessibilité des pages du hub."""

    conformity: Annotated[CodedValue, Field(description="`totale`, `partielle` ou `non`.")]
    rate: Annotated[str | None, Field(description="Taux de conformité, en %.", examples=["97.50"])]
    audited_on: Annotated[Day | None, Field(description="Date de l’audit.")]
    path: Path
    url: Address


class ColoursJson(TypedDict):
    """Apparence du programme."""

    light: Annotated[
        dict[str, str], Field(description="Couleurs par usage, thème clair (`paper`, `accent`…).")
    ]
    dark: Annotated[dict[str, str], Field(description="Les mêmes, thème sombre.")]
    icon: Address


class SocialImageJson(TypedDict):
    """Image d’un lien partagé, quand une page n’a pas la sienne."""

    url: Address
    width: Annotated[int, Field(description="Largeur en pixels.")]
    height: Annotated[int, Field(description="Hauteur en pixels.")]
    alt: Annotated[str, Field(description="Texte alternatif.")]


class FormatJson(TypedDict):
    """Autre forme des résultats d’une liste ; les paramètres de la recherche y sont les mêmes."""

    label: Annotated[str, Field(description="Libellé.", examples=["CSV"])]
    media_type: Annotated[str, Field(description="Type de média.", examples=["text/csv"])]
    url: Address


class ListJson(TypedDict):
    """Liste où l’on cherche."""

    title: Annotated[str, Field(description="Titre.")]
    path: Path
    url: Address
    formats: Annotated[list[FormatJson], Field(description="Fils, exports et autres formes.")]


class SiteJson(TypedDict):
    """Identité, menus, pied de page et ressources du site."""

    name: Annotated[str, Field(description="Nom du programme.")]
    tagline: Annotated[str, Field(description="En une phrase.")]
    publisher: Annotated[str, Field(description="Éditeur du site.")]
    url: Address
    language: Annotated[str, Field(description="Langue des contenus.", examples=["fr"])]
    logo: Annotated[ImageJson | None, Field(description="Logo.")]
    social_image: SocialImageJson
    contact: SiteContactJson
    accounts: Annotated[list[AccountJson], Field(description="Réseaux sociaux.")]
    menu: Annotated[list[LinkJson], Field(description="Menu principal.")]
    footer: Annotated[
        list[LinkJson],
        Field(description="Pied de page, dont les mentions légales et le plan du site."),
    ]
    funding: FundingJson
    accessibility: AccessibilityJson
    theme: ColoursJson
    lists: Annotated[list[ListJson], Field(description="Listes, avec leurs autres formes.")]
    sitemap: Address


@router.get(
    "/site",
    response={200: SiteJson, 400: ProblemJson, 429: ProblemJson},
    operation_id="get_site",
    summary="Identité, menus et pied de page",
    tags=["site"],
)
def site(request: HttpRequest) -> HttpResponse:
    """Ce qui entoure chaque page. Les liens vers une page cachée sont absents."""
    around, ctx = surroundings(request), ApiContext(request)
    identity = around.identity
    read_needs([(read_images, key) for key in _images(identity)], ctx)
    chrome = around.chrome
    links = (*chrome.menu, *chrome.footer)
    ctx.refs([*(link.page_key for link in links), identity.contact_page_id])
    return reply(
        {
            "name": identity.name,
            "tagline": identity.tagline,
            "publisher": identity.publisher,
            "url": f"{public_root(request)}/",
            "language": "fr",
            "logo": _image(identity.logo_id, identity.name, ctx),
            "social_image": _social_image(around, request),
            "contact": _contact(identity, ctx),
            "accounts": [
                {"network": one.value["network"], "url": one.value["address"]}
                for one in identity.social_accounts
            ],
            "menu": [_link(link, ctx) for link in chrome.menu],
            "footer": [_link(link, ctx) for link in (*chrome.footer, SITE_PLAN)],
            "funding": _funding(identity, ctx),
            "accessibility": _accessibility(around.accessibility, request),
            "theme": _theme(around, request),
            "lists": [_list(found, request) for found in _lists(request)],
            "sitemap": hub_url(reverse("sitemap"), request),
        }
    )


SITE_PLAN = NavigationLink("Plan du site", "/plan-du-site/")


def _images(identity: SiteIdentity) -> Iterator[int]:
    keys = [identity.logo_id, *(one.value.get("logo") for one in _funders(identity))]
    yield from (key for key in map(_key, keys) if key)


def _key(image: Any) -> int | None:
    return getattr(image, "pk", image)


def _funders(identity: SiteIdentity) -> Sequence[Any]:
    return list(identity.funders)


def _image(key: int | None, alt: str, ctx: ApiContext) -> ImageJson | None:
    return image_json(needed(read_images, key, ctx), ctx, alt=alt) if key else None


def _social_image(around: Surroundings, request: HttpRequest) -> SocialImageJson:
    image = image_of(card_of_site(around.identity, around.theme), request)
    return {
        "url": image.address,
        "width": image.width,
        "height": image.height,
        "alt": image.alt,
    }


def _contact(identity: SiteIdentity, ctx: ApiContext) -> SiteContactJson:
    key = identity.contact_page_id
    return {
        "email": identity.contact_email,
        "phone": identity.contact_phone,
        "address": identity.contact_address,
        "page": ctx.refs([key]).get(key) if key else None,
    }


def _link(link: NavigationLink, ctx: ApiContext) -> LinkJson:
    page = ctx.refs([link.page_key]).get(link.page_key) if link.page_key else None
    return {"label": link.label, "url": public_url(link.url, ctx.request), "page": page}


def _funding(identity: SiteIdentity, ctx: ApiContext) -> FundingJson:
    emblem = hub_url(static("site/europe.svg"), ctx.request)
    return {
        "statement": identity.funding_statement,
        "european": identity.european_funding,
        "european_emblem": emblem if identity.european_funding else None,
        "funders": [
            {
                "name": one.value["name"],
                "url": one.value.get("address") or "",
                "logo": _image(_key(one.value.get("logo")), one.value["name"], ctx),
            }
            for one in _funders(identity)
        ],
    }


def _accessibility(statement: AccessibilityStatement, request: HttpRequest) -> AccessibilityJson:
    state, path = statement.conformity, reverse("accessibility")
    is_valid = statement.is_valid
    return {
        "conformity": {"code": state.value, "label": str(state.label)},
        "rate": str(statement.rate) if is_valid else None,
        "audited_on": str(statement.audited_on) if is_valid else None,
        "path": path,
        "url": public_url(path, request),
    }


def _theme(around: Surroundings, request: HttpRequest) -> ColoursJson:
    colours = complete(around.theme.palette if around.theme else {})
    return {
        "light": colours["light"],
        "dark": colours["dark"],
        "icon": hub_url(icon_address(around.identity, around.theme), request),
    }


def _lists(request: HttpRequest) -> Iterable[SearchList]:
    """Return the search of the site, then each list of the tree that a search stands behind."""
    top = surroundings(request).site
    if everything := list_at(request, reverse("search")):
        yield everything
    pages = visible_pages().child_of(top.root_page).specific() if top else ()
    for page in pages:
        preset = getattr(page, "preset", None)
        if preset is not None:
            yield SearchList(page.title, preset, page.get_url(request) or "")


def _list(found: SearchList, request: HttpRequest) -> ListJson:
    return {
        "title": found.title,
        "path": found.path,
        "url": public_url(found.path, request),
        "formats": [
            {"label": one.label, "media_type": one.media_type, "url": hub_url(one.address, request)}
            for one in offers(found.path, "", found.preset)
        ],
    }
