"""What browsers, search engines and social networks read of a page before its text."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as ListPage
from django.http import HttpRequest
from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import Page

from hub.content.addresses import hub_url, page_url, public_url
from hub.content.excerpt import cut_at_a_word
from hub.content.front_end import UNLISTED, front_end_root
from hub.content.models import SiteIdentity, SiteTheme
from hub.content.models.page import DESCRIPTION_LENGTH, HOME_DEPTH, BasePage
from hub.content.social.card import HEIGHT, WIDTH, Card, card_of_page, card_of_site

# The size that social networks crop least (Open Graph, 1.91:1).
SOCIAL_SIZE = "fill-1200x630|format-jpeg"


@dataclass(frozen=True)
class SocialImage:
    """The image of a shared link: absolute address, size, alternative text."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Head:
    """Title of the window, title of the thing itself, description, address, image."""

    title: str
    name: str
    description: str
    address: str
    image: SocialImage
    kind: str = "website"

    @property
    def unlisted(self) -> str:
        """What search engines are told of our own pages where they are not the site."""
        return UNLISTED if front_end_root() else ""


@dataclass(frozen=True)
class Narrowing:
    """What is shown of a list, where it is not its beginning.

    `title` is what tells it from the others in the title of the window (RGAA 8.6); `query` the
    parameters that the canonical address keeps, with `?`: never those that track, nor page=1.
    """

    title: str = ""
    query: str = ""

    @classmethod
    def of(cls, narrowing: Any, listing: Any) -> "Narrowing":
        """Read what narrows a list, or which of its pages is shown; anything else is absent."""
        if isinstance(narrowing, cls):
            return narrowing
        number = listing.number if isinstance(listing, ListPage) else 1
        return cls(f", page {number}", f"?page={number}") if number > 1 else cls()


def head_of_page(
    page: Page, request: HttpRequest, identity: SiteIdentity, narrowing: Narrowing
) -> Head:
    """Return the head of a page of the tree, as its editor worded it."""
    name = page.seo_title or page.title
    is_home = page.depth == HOME_DEPTH
    if is_home:
        title = page.seo_title or f"{identity.name} — {identity.tagline}"
    else:
        kind = "" if page.seo_title else _eyebrow(page)
        title = " — ".join(filter(None, (f"{name}{narrowing.title}", kind, identity.name)))
    said = getattr(page, "meta_description", page.search_description)
    address = page_url(page, request) or public_url(request.path, request)
    return Head(
        title=title,
        name=name,
        description=said or _standing_description(name, identity),
        address=address + narrowing.query,
        image=_social_image(page, request, identity),
        kind="website" if is_home else "article",
    )


def head_of_address(
    title: str,
    description: str,
    request: HttpRequest,
    identity: SiteIdentity,
    narrowing: Narrowing,
) -> Head:
    """Return the head of what is not a page of the tree."""
    return Head(
        title=f"{title}{narrowing.title} — {identity.name}",
        name=title,
        description=cut_at_a_word(description, DESCRIPTION_LENGTH)
        or _standing_description(title, identity),
        address=public_url(request.path, request) + narrowing.query,
        image=image_of(card_of_site(identity, SiteTheme.for_visitor(request)), request),
    )


def _eyebrow(page: Page) -> str:
    """Where or what kind: tells the fiche from the story and the video of the same name."""
    return page.share_words().eyebrow if isinstance(page, BasePage) else ""


def _standing_description(name: str, identity: SiteIdentity) -> str:
    """What is said of a page whose editor said nothing."""
    return cut_at_a_word(f"{name.rstrip('.')}. {identity.tagline}", DESCRIPTION_LENGTH)


def _social_image(page: Page, request: HttpRequest, identity: SiteIdentity) -> SocialImage:
    image: AbstractImage | None = getattr(page, "social_image", None)
    if image is None:
        theme, known = SiteTheme.for_visitor(request), isinstance(page, BasePage)
        card = card_of_page(page, identity, theme) if known else card_of_site(identity, theme)
        return image_of(card, request)
    rendition = get_rendition_or_not_found(image, SOCIAL_SIZE)
    return SocialImage(
        address=hub_url(rendition.url, request),
        width=rendition.width,
        height=rendition.height,
        alt=image.description or page.title,
    )


def image_of(card: Card, request: HttpRequest) -> SocialImage:
    """Return the image that a card is."""
    return SocialImage(hub_url(card.address, request), WIDTH, HEIGHT, card.alt)
