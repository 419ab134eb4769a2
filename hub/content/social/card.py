"""What a card shows, and the address that changes when it shows something else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import astuple, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from django.urls import reverse

from hub.content.covers import seed_for
from hub.content.social.brand import Brand
from hub.content.social.words import ShareWords
from hub.content.typography import french

if TYPE_CHECKING:
    from PIL.Image import Image
    from wagtail.images.models import AbstractImage

    from hub.content.models import SiteIdentity
    from hub.content.models.page import BasePage
    from hub.content.models.theme import SiteTheme

# Raise it when the drawing changes: networks and browsers keep a card for long.
EDITION = 2
# The size that social networks crop least (Open Graph, 1.91:1).
WIDTH, HEIGHT = 1200, 630
SITE_OWNER = "site"
DIGEST_LENGTH = 16


class Ground(Protocol):
    """What stands beside the words in the place of a landscape; the same for the same `key`."""

    @property
    def key(self) -> str:
        """What tells this ground from any other, and changes when its drawing does."""

    def paint(self, size: tuple[int, int], colour: Callable[[str], str]) -> Image:
        """Return it at this size, in pixels; `colour` gives the `#rrggbb` of a token."""


@dataclass(frozen=True)
class Card:
    """Everything that is drawn (title, words, ground, site), and whose card it is.

    `owner` is the folder of its file, `path` that of the page under the home page, without slash
    at either end; the card of the site itself has no path. What is not in the tree has a `view`
    that serves its card: the name of the address, then its arguments before the digest.
    """

    title: str
    brand: Brand
    seed: str
    words: ShareWords = field(default_factory=ShareWords)
    picture: AbstractImage | None = None
    owner: str = SITE_OWNER
    path: str = ""
    ground: Ground | None = None
    view: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """What tells this drawing from any other."""
        drawn: list[object] = [EDITION, self.title, self.brand.drawn, self.seed]
        drawn.append(astuple(self.words))
        if self.picture is not None:
            drawn += [self.picture.file.name, str(self.picture.get_focal_point())]
        if self.ground is not None:
            drawn.append(self.ground.key)
        text = json.dumps(drawn, ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:DIGEST_LENGTH]

    @property
    def address(self) -> str:
        """The path under which it is served."""
        if self.view:
            name, *arguments = self.view
            return reverse(name, args=[*arguments, self.digest])
        if self.path:
            return reverse("social:page", args=[self.path, self.digest])
        return reverse("social:site", args=[self.digest])

    @property
    def file_name(self) -> str:
        """The name of its file in the storage."""
        return f"{folder_of(self.owner)}/{self.digest}.jpg"

    @property
    def alt(self) -> str:
        """What is written on it."""
        said = (self.words.eyebrow, self.words.award, self.words.note, self.brand.name)
        return french(", ".join(word for word in (self.title, *said) if word))


def folder_of(owner: str) -> str:
    """Return the folder of the storage that holds the cards of a page, or of the site."""
    return f"partage/{owner}"


def card_of_site(identity: SiteIdentity, theme: SiteTheme | None) -> Card:
    """Return the card of the site: for the home page and for what is not in the tree."""
    brand = Brand.of(identity, theme)
    return Card(title=identity.tagline, brand=brand, seed=seed_for(identity.name))


def card_of_page(page: BasePage, identity: SiteIdentity, theme: SiteTheme | None) -> Card:
    """Return the card of a page, from what the page already holds."""
    # Below the root of all sites and the home page: "/accueil/initiatives/x/" gives two steps.
    path = page.url_path.strip("/").partition("/")[2]
    if not path:
        return card_of_site(identity, theme)
    return Card(
        title=page.title,
        brand=Brand.of(identity, theme),
        seed=seed_for(page.slug),
        words=page.share_words(),
        picture=getattr(page, "picture", None),
        owner=str(page.uid),
        path=path,
    )
