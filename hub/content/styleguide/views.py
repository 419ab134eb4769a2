"""The pages of the guide. They exist only where `HUB_STYLEGUIDE` says so."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hub.content.breadcrumbs import Crumb
from hub.content.models.theme import SiteTheme
from hub.content.styleguide.blocks import block_specimens
from hub.content.styleguide.foundations import SIZES, SPACES, colours, contrasts
from hub.content.styleguide.specimen import Place, Specimen, specimens

TITLE = "Guide de style"
View = Callable[..., HttpResponse]


def unlisted(view: View) -> View:
    """Keep the answers of a view out of search engines."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


@require_safe
@unlisted
def index(request: HttpRequest) -> HttpResponse:
    """Show colours, sizes, controls and every component."""
    theme = SiteTheme.for_visitor(request)
    palette = theme.palette if theme else {}
    context = {
        "title": TITLE,
        "tokens": colours(palette),
        "contrasts": contrasts(palette),
        "sizes": SIZES,
        "spaces": SPACES,
        "specimens": specimens(),
    }
    return render(request, "styleguide/index.html", context)


@require_safe
@unlisted
def blocks(request: HttpRequest) -> HttpResponse:
    """Show every block of the editor."""
    context = {"title": "Blocs", "crumbs": _crumbs(), "blocks": block_specimens(request)}
    return render(request, "styleguide/blocks.html", context)


@require_safe
@unlisted
def component(request: HttpRequest, name: str) -> HttpResponse:
    """Show the variants of a component, or lead to each where they cannot stand together."""
    specimen = _specimen(name)
    context = {"title": specimen.name, "crumbs": _crumbs(), "specimen": specimen}
    return render(request, "styleguide/component.html", context)


@require_safe
@unlisted
def variant(request: HttpRequest, name: str, slug: str) -> HttpResponse:
    """Show one variant; that of a part of the frame is the page itself."""
    specimen = _specimen(name)
    shown = next((one for one in specimen.variants if one.slug == slug), None)
    if shown is None:
        raise Http404("Cette variante n’existe pas.")
    component_crumb = Crumb(specimen.name, reverse("styleguide:component", args=[specimen.name]))
    context = {
        "title": f"{specimen.name}, {shown.label}",
        "crumbs": [*_crumbs(), component_crumb],
        "variant": shown,
        "has_heading": specimen.place is Place.HEADING,
        "is_frame": specimen.place is Place.FRAME,
    }
    inputs = dict(shown.context) if specimen.place is Place.FRAME else {}
    inputs.pop("request", None)  # the frame is shown at this address
    return render(request, "styleguide/variant.html", {**context, **inputs})


def _specimen(name: str) -> Specimen:
    found = next((one for one in specimens() if one.name == name), None)
    if found is None:
        raise Http404("Ce composant n’existe pas.")
    return found


def _crumbs() -> list[Crumb]:
    return [Crumb(TITLE, reverse("styleguide:index"))]
