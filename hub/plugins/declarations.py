"""What a plugin says that it brings. Declarations hold values and call nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.blocks import Block


class Composition(StrEnum):
    """A list of blocks that an editor chooses from."""

    PAGE = "page"  # pages, themes, publications, their sections and columns
    FICHE = "fiche"
    STORY = "story"
    REPORT = "report"


ANYWHERE = frozenset(Composition)


@dataclass(frozen=True)
class BlockSpec:
    """A block, its stored name and where an editor finds it.

    The name is that of the plugin, or begins with it and an underscore: two plugins never meet.
    """

    name: str
    block: Block
    within: frozenset[Composition] = ANYWHERE
