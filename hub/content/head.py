"""What browsers, search engines and social networks read of a page before its text."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin

from django.core.paginator import Page as ListPage
from django.http import HttpRequest
from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import Page, Site

from hub.content.models import SiteIdentity
from hub.content.text import NBSP

# The size that social networks crop least (Open Graph, 1.91:1).
SOCIAL_SIZE = "fill-1200x630|format-jpeg"
# Wagtail's root is at depth 1 and shown nowhere.
HOME_DEPTH = 2


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
    kind: str = "website"
    image: SocialImage | None = None


@dataclass(frozen=True)
class Narrowing:
    """What is shown of a list: the words searched for, and which of its pages."""

    words: str = ""
    number: int = 1

    @classmethod
    def of(cls, words: Any, listing: Any) -> "Narrowing":
        """Read the words and the page of a list; anything else counts as absent."""
        number = listing.number if isinstance(listing, ListPage) else 1
        return cls(words if isinstance(words, str) else "", number)

    @property
    def title(self) -> str:
        """What tells this list from the others in the title of the window (RGAA 8.6)."""
        said = f"{NBSP}: «{NBSP}{self.words}{NBSP}»" if self.words else ""
        return f"{said}, page {self.number}" if self.number > 1 else said

    @property
    def query(self) -> str:
        """The parameters that the canonical address keeps: never those that track, nor page=1."""
        kept = {"q": self.words, "page": self.number if self.number > 1 else ""}
        text = urlencode({name: value for name, value in kept.items() if value})
        return f"?{text}" if text else ""


def head_of_page(
    page: Page, request: HttpRequest, identity: SiteIdentity, narrowing: Narrowing
) -> Head:
    """Return the head of a page of the tree, as its editor worded it."""
    name = page.seo_title or page.title
    is_home = page.depth == HOME_DEPTH
    if is_home:
        title = page.seo_title or f"{identity.name} — {identity.tagline}"
    else:
        title = f"{name}{narrowing.title} — {identity.name}"
    address = page.get_full_url(request) or _absolute(request, request.path)
    return Head(
        title=title,
        name=name,
        description=getattr(page, "meta_description", page.search_description),
        address=address + narrowing.query,
        kind="website" if is_home else "article",
        image=_social_image(page, request),
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
        description=description,
        address=_absolute(request, request.path) + narrowing.query,
    )


def _absolute(request: HttpRequest, path: str) -> str:
    site = Site.find_for_request(request)
    return urljoin(site.root_url if site else request.build_absolute_uri("/"), path)


def _social_image(page: Page, request: HttpRequest) -> SocialImage | None:
    image: AbstractImage | None = getattr(page, "social_image", None) or getattr(
        page, "picture", None
    )
    if image is None:
        return None
    rendition = get_rendition_or_not_found(image, SOCIAL_SIZE)
    alt = getattr(page, "picture_alt", "") if image == getattr(page, "picture", None) else ""
    return SocialImage(
        address=_absolute(request, rendition.url),
        width=rendition.width,
        height=rendition.height,
        alt=alt or image.description or page.title,
    )
