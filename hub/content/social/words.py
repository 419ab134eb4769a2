"""What a page says on its card, beside its title."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ShareWords:
    """What stands around the title of a card; each may be empty.

    `eyebrow` says where or what kind, `award` what was won, `note` what must not be overlooked.
    """

    eyebrow: str = ""
    award: str = ""
    note: str = ""
