"""The provider of oEmbed (https://oembed.com): what to write of ours in the page of another site.

JSON only. The HTML is that of WordPress's own embeds, which a WordPress that does not know us keeps
(`wp_filter_oembed_result`): a quotation for who has no frame, and a frame in a sandbox.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from hub.content.addresses import hub_url, public_url
from hub.content.api.problems import bad_request, problem
from hub.content.surroundings import surroundings
from hub.content.text import NBSP
from hub.contrib.integration.embedding import Embedded, embedded_at, read_address
from hub.contrib.integration.thumbnails import thumbnail_of
from search.page.problems import Problem
from search.representations.fresh import fresh

FORMAT = "json"
WIDTH, WIDEST = 600, 800
HEIGHT_OF_A_PAGE, HEIGHT_OF_A_LIST = 450, 800
MOST_PIXELS = 100_000
CACHE_AGE = 3600  # seconds; what is withdrawn stays no longer on the sites of others


@require_safe
def oembed(request: HttpRequest) -> HttpResponseBase:
    """Answer how to embed the page at `url`; 404 for all that the public may not see here."""
    return fresh(request, lambda: _answer(request))


def _answer(request: HttpRequest) -> HttpResponseBase:
    if request.GET.get("format", FORMAT).lower() != FORMAT:
        return problem(501, "Cette description n’existe qu’en JSON (format=json).")
    address = read_address(request.GET.get("url", ""))
    limits = {name: _limit(request.GET.get(name)) for name in ("maxwidth", "maxheight")}
    problems = [] if address else [_problem(request, "url", "Donnez l’adresse d’une page du site.")]
    problems += [
        _problem(request, name, f"Donnez un nombre entier de pixels, de 1 à {MOST_PIXELS}.")
        for name, limit in limits.items()
        if limit is None
    ]
    if problems or address is None:
        return bad_request(problems)
    found = embedded_at(request, address)
    if found is None:
        return problem(404, "Aucune page publique du site n’a cette adresse.")
    described = _described(request, found, limits["maxwidth"] or 0, limits["maxheight"] or 0)
    return JsonResponse(described, json_dumps_params={"ensure_ascii": False})


def _described(request: HttpRequest, found: Embedded, widest: int, highest: int) -> dict[str, Any]:
    """Return the description of what was found; 0 stands for no limit."""
    name = surroundings(request).identity.name
    width = min(widest or WIDTH, WIDEST)
    usual = HEIGHT_OF_A_PAGE if found.page else HEIGHT_OF_A_LIST
    height = min(usual, highest or usual)
    return {
        "version": "1.0",
        "type": "rich",
        "title": found.title,
        "provider_name": name,
        "provider_url": public_url("/", request),
        "cache_age": CACHE_AGE,
        "width": width,
        "height": height,
        "html": _html(request, found, name, width, height),
        **thumbnail_of(request, found.page, widest, highest),
    }


def _html(request: HttpRequest, found: Embedded, name: str, width: int, height: int) -> str:
    return format_html(
        '<blockquote class="wp-embedded-content"><a href="{address}">{title}</a></blockquote>'
        '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" '
        'src="{frame}" width="{width}" height="{height}" title="{title}, {name}" frameborder="0" '
        'marginwidth="0" marginheight="0"></iframe>'
        '<script src="{script}" async></script>',
        address=found.address,
        title=found.title,
        name=name,
        frame=found.frame,
        width=width,
        height=height,
        script=hub_url(reverse("integration:script"), request),
    )


def _limit(text: str | None) -> int | None:
    """Return a number of pixels, 0 where none is given, None where it cannot be read."""
    if text is None:
        return 0
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_PIXELS))
    return int(text) if is_number and 1 <= int(text) <= MOST_PIXELS else None


def _problem(request: HttpRequest, parameter: str, sentence: str) -> Problem:
    return Problem(parameter, request.GET.get(parameter, ""), f"« {parameter} »{NBSP}: {sentence}")
