"""What the public templates need around and inside every page."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar
from urllib.parse import urlsplit

from django import template
from django.core.paginator import Page as ListPage
from django.http import HttpRequest, QueryDict
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page

from hub.content import text
from hub.content.addresses import public_root
from hub.content.blocks.cards import Card, cards
from hub.content.breadcrumbs import HOME, Crumb, trail_of
from hub.content.head import Head, Narrowing, head_of_address, head_of_page, image_of
from hub.content.head_links import Alternate, alternates
from hub.content.models.page import BasePage, kept_with_page
from hub.content.sections import sections_at
from hub.content.structured_data import (
    breadcrumb_list,
    completed,
    item_list,
    json_ld_script,
)
from hub.content.typography import french_markup
from hub.plugins import Place

register = template.Library()
Read = TypeVar("Read")


@register.simple_tag(takes_context=True)
def head(context: Context) -> Head:
    """The head of what is shown: `{% head as head %}`.

    Reads `page`, or else `title`, `description` and `social_card` where there is one; for a list,
    `narrowing` or `listing`.
    """
    request, identity = context["request"], context["identity"]
    narrowing = Narrowing.of(context.get("narrowing"), context.get("listing"))
    page = context.get("page")
    if isinstance(page, Page):
        return _kept(context, "head", lambda: head_of_page(page, request, identity, narrowing))
    title, description = context.get("title") or "", context.get("description") or ""
    found = head_of_address(title, description, request, identity, narrowing)
    card = context.get("social_card")
    return replace(found, image=image_of(card, request)) if card else found


@register.simple_tag(takes_context=True)
def other_forms(context: Context) -> list[Alternate]:
    """The other forms of `page` that plugins declare: `{% other_forms as forms %}`.

    Reads `head`, as the tag of that name gives it; a draft has no other form.
    """
    request, page = context["request"], context.get("page")
    if not isinstance(page, BasePage) or getattr(request, "is_preview", False):
        return []
    return alternates(request, page, context["head"].address)


@register.simple_tag(takes_context=True)
def breadcrumbs(context: Context) -> list[Crumb]:
    """The way to what is shown, `{% breadcrumbs as trail %}`; empty on the home page.

    Reads `page`, or else `title` and the `crumbs` between it and the home page.
    """
    page = context.get("page")
    if isinstance(page, Page):
        return _kept(context, "trail", lambda: trail_of(page, context["request"]))
    return [HOME, *(context.get("crumbs") or []), Crumb(context.get("title") or "")]


@register.simple_tag(takes_context=True)
def structured_data(context: Context, trail: list[Crumb]) -> SafeString:
    """The JSON-LD of what is shown: `page.json_ld(request)` or `json_ld`, its list, its trail.

    Reads `head`, as the tag of that name gives it.
    """
    return _kept(context, "data", lambda: _structured_data(context, trail))


@register.simple_tag(takes_context=True)
def plugin_sections(context: Context, place: str) -> SafeString:
    """What plugins add to `page` at a place: `{% plugin_sections "home_end" %}`."""
    return sections_at(Place(place), context["page"])


def _kept(context: Context, part: str, read: Callable[[], Read]) -> Read:
    """Return what depends on the page, on the address of the site and on what is shown of a list.

    It is read once for a page that the process remembers.
    """
    root = context["request"].build_absolute_uri("/"), public_root(context["request"])
    narrowing = Narrowing.of(context.get("narrowing"), context.get("listing"))
    return kept_with_page(context, (part, root, narrowing), read)


def _structured_data(context: Context, trail: list[Crumb]) -> SafeString:
    request, page, listing = context["request"], context.get("page"), context.get("listing")
    describe = getattr(page, "json_ld", None)
    described = describe(request) if describe else context.get("json_ld")
    data = dict(described or {})
    if data and "head" in context:
        data = completed(data, context["head"], context["identity"], request)
    is_narrowed = bool(Narrowing.of(context.get("narrowing"), listing).query)
    if data and isinstance(listing, ListPage) and ("mainEntity" not in data or is_narrowed):
        data["mainEntity"] = item_list(listing.object_list, listing.paginator.count, request)
    way = breadcrumb_list(trail, public_root(request)) if trail else None
    return format_html_join("\n", "{}", ((json_ld_script(part),) for part in (data, way) if part))


@register.simple_tag
def cards_of(pages: Iterable[Page]) -> list[Card]:
    """Pages of any type as cards for `blocks/_cards.html`: `{% cards_of pages as cards %}`."""
    return cards(pages)


@register.simple_tag
def page_address(address: str, number: int) -> str:
    """The address of another page of a list, with all other parameters of one of its addresses."""
    path, _, text = address.partition("?")
    parameters = QueryDict(text, mutable=True)
    parameters.pop("page", None)
    if number > 1:
        parameters["page"] = str(number)
    query = parameters.urlencode()
    return f"{path}?{query}" if query else path


@register.simple_tag
def page_numbers(listing: ListPage) -> list[int | str]:
    """The numbers of a pagination, those far from the current one replaced by « … »."""
    return list(listing.paginator.get_elided_page_range(listing.number, on_each_side=2, on_ends=1))


@register.simple_tag
def current(url: str, request: HttpRequest) -> SafeString:
    """The `aria-current` of a link of the menu: the page itself, or a page above it."""
    path = urlsplit(url).path
    if path == request.path:
        return SafeString(' aria-current="page"')
    above = path != "/" and path.endswith("/") and request.path.startswith(path)
    return SafeString(' aria-current="true"') if above else SafeString("")


@register.filter
def counted(number: int, forms: str) -> str:
    """« 163 initiatives »: `{{ total|counted:"initiative,initiatives" }}`."""
    singular, plural = forms.split(",")
    return text.counted(number, singular, plural)


@register.filter
def number(value: int | Decimal) -> str:
    """« 2 882 », « 3,5 »."""
    return text.number_label(value)


@register.filter
def day(value: datetime.date) -> SafeString:
    """A day in words, for machines too: `<time datetime="2023-09-26">26 septembre 2023</time>`."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    return format_html(
        '<time datetime="{}">{}</time>', value.isoformat(), french_markup(text.day_label(value))
    )


@register.filter
def month(value: datetime.date) -> SafeString:
    """The same, with the month and the year only."""
    return format_html('<time datetime="{}">{}</time>', f"{value:%Y-%m}", text.month_label(value))
