"""`/api/v1/route`: what stands at a path of the site, for who builds it anew."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.api.standing import PAGES_OF_THE_TREE, Moved, Standing, match_of, standing_at
from hub.content.addresses import page_url, public_root, public_url
from hub.content.api.context import ApiContext
from hub.content.api.pages import write_page
from hub.content.api.problems import Fault, ProblemJson, RefusedError, problem
from hub.content.api.registry import resource_of
from hub.content.api.replies import reply
from hub.content.api.schemas import Address, PageJson, Path
from hub.content.models.page import visible_pages
from hub.content.routing import page_below
from hub.content.surroundings import surroundings
from hub.editing.gone import is_gone
from hub.editing.redirects import redirection_at

LONGEST = 2000
GONE = "Une page publiée à cette adresse a été supprimée."
NOT_A_PATH = "« path » : donnez le chemin d’une page du site, qui commence par une barre oblique."

router = Router()


class RoutedPage(TypedDict):
    """Page du site."""

    kind: Literal["page"]
    page: Annotated[
        PageJson, Field(description="La page, avec les propriétés de son type et son contenu.")
    ]


class RoutedRedirect(TypedDict):
    """Ancienne adresse, ou adresse courte."""

    kind: Literal["redirect"]
    url: Address
    path: Annotated[str | None, Field(description="Chemin dans le site ; nul : un autre site.")]
    permanent: Annotated[bool, Field(description="Vrai : définitive (301) ; faux : 302.")]


class RoutedAddress(TypedDict):
    """Adresse du site qui n’est pas une page de l’arborescence."""

    kind: Annotated[
        str,
        Field(
            description="`search`, `vocabulary`, `term`, `organisation`, `territories`, "
            "`territory`, `accessibility`, `site-plan`, ou le nom donné par un module (`map`).",
            examples=["organisation"],
        ),
    ]
    id: Annotated[
        str | None,
        Field(
            description="Identifiant du terme ou de l’organisation, code du vocabulaire ou du "
            "territoire ; nul pour les autres."
        ),
    ]
    path: Path
    url: Address


Routed = RoutedPage | RoutedRedirect | RoutedAddress


@router.get(
    "/route",
    response={200: Routed, 400: ProblemJson, 404: ProblemJson, 410: ProblemJson, 429: ProblemJson},
    operation_id="get_route",
    summary="Ce qu’il y a à une adresse du site",
    tags=["site"],
)
def route(
    request: HttpRequest,
    path: Annotated[
        str,
        Query(
            min_length=1,
            max_length=LONGEST,
            description="Chemin, avec les paramètres s’il y en a.",
            examples=["/initiatives/les-delices-bleus/"],
        ),
    ],
) -> HttpResponse:
    """Page, redirection ou autre adresse ; 410 pour une page supprimée, 404 s’il n’y a rien.

    Une page privée, en brouillon ou expirée répond comme une page qui n’existe pas.
    """
    plain = _plain(path)
    found = _standing(request, plain)
    if found is None and not plain.endswith("/"):
        found = _slashed(request, plain)
    found = found or _redirection(request, path)
    if found is not None:
        return reply(found)
    site = surroundings(request).site
    if site and is_gone(site, plain if plain.endswith("/") else f"{plain}/"):
        return problem(410, GONE)
    raise Http404


def _plain(path: str) -> str:
    """Return a path as views read it, decoded and without its parameters."""
    if not path.startswith("/"):
        raise RefusedError(Fault("path", path[:100], NOT_A_PATH))
    try:
        plain = unquote(urlsplit(f"http://site{path}").path, errors="strict")
    except ValueError:
        raise Http404 from None
    if "\0" in plain:
        raise Http404
    return plain


def _standing(request: HttpRequest, path: str) -> dict[str, Any] | None:
    match = match_of(path)
    if match is None:
        return None
    if match.url_name == PAGES_OF_THE_TREE:
        return _page(request, path)
    found = standing_at(match)
    if isinstance(found, Standing):
        address = public_url(path, request)
        return {"kind": found.kind, "id": found.id or None, "path": path, "url": address}
    return _leading_to(found.path, request, is_permanent=True) if isinstance(found, Moved) else None


def _page(request: HttpRequest, path: str) -> dict[str, Any] | None:
    """Return the page at a path of the tree, if the public may see it."""
    site = surroundings(request).site
    slugs = [slug for slug in path.split("/") if slug]
    if site is None:
        return None
    try:
        found: Any = page_below(site.root_page, request, slugs) if slugs else site.root_page
    except Http404:
        return None
    model: Any = apps.get_model(found.specific_class._meta.label)
    pages, ctx = model.objects.visible().filter(pk=found.pk).order_by("pk"), ApiContext(request)
    page = next(iter(resource_of(model._meta.label).read(pages, ctx)), None)
    return {"kind": "page", "page": write_page(page, ctx)} if page else None


def _slashed(request: HttpRequest, path: str) -> dict[str, Any] | None:
    """Return where an address without its last slash leads, if something stands there."""
    found = _standing(request, f"{path}/")
    if found is None or found["kind"] == "redirect":
        return found
    return _leading_to(f"{path}/", request, is_permanent=True)


def _redirection(request: HttpRequest, path: str) -> dict[str, Any] | None:
    """Return where the redirection of this address leads, unless its page is hidden."""
    found = redirection_at(request, path)
    if found is None or not found.link:
        return None
    if found.redirect_page_id is None:
        return _leading_to(found.link, request, is_permanent=found.is_permanent)
    page = visible_pages().filter(pk=found.redirect_page_id).order_by().first()
    if page is None:
        return None
    address = page_url(page, request) + found.redirect_page_route_path.removeprefix("/")
    return _leading_to(address, request, is_permanent=found.is_permanent)


def _leading_to(address: str, request: HttpRequest, *, is_permanent: bool) -> dict[str, Any]:
    whole, root = public_url(address, request), public_root(request)
    path = whole.removeprefix(root) if whole.startswith(f"{root}/") else None
    return {"kind": "redirect", "url": whole, "path": path, "permanent": is_permanent}
