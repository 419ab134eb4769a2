"""Who signs a card: the name, logo and colours of the programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from hub.content.theming.tokens import LIGHT

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage

    from hub.content.models import SiteIdentity
    from hub.content.models.theme import SiteTheme


@dataclass(frozen=True)
class Brand:
    """`colours` are pairs of token and value, those of the light scheme: a card has no dark side.

    Only what differs from the look that the hub comes with stands in them.
    """

    name: str
    logo: AbstractImage | None = None
    colours: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, identity: SiteIdentity, theme: SiteTheme | None) -> Self:
        """Return the brand of a site; `theme` is None where nobody chose one."""
        chosen = theme.palette.get("light", {}) if theme else {}
        return cls(identity.name, identity.logo, tuple(sorted(chosen.items())))

    def colour(self, token: str) -> str:
        """Return the `#rrggbb` of a token. Raises KeyError for one that does not exist."""
        return {**LIGHT, **dict(self.colours)}[token]

    @property
    def drawn(self) -> tuple[object, ...]:
        """What tells this brand from another on a card."""
        return (self.name, self.logo.file.name if self.logo else "", *self.colours)
