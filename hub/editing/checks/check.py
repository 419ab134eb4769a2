"""What a rule of the editor is made of; applications declare theirs with these classes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from hub.editing.checks.reading import Reading


@dataclass(frozen=True)
class Place:
    """Where in the form something is to be done: the words of the link, and its content path.

    A content path is that of Wagtail's comments: the name of a field, then the identities of
    blocks or of inline objects.
    """

    words: str
    path: tuple[str, ...]

    @property
    def address(self) -> str:
        """The path as the script of the panel reads it."""
        return ".".join(self.path)


@dataclass(frozen=True)
class ContentCheck:
    """One rule: its title, why it matters, what to do, and where in a page it is not kept.

    `find` yields the places; the rule holds for pages of the class `model`. One that forbids to
    publish is only told here: the form, or a block, refuses by itself.
    """

    slug: str
    title: str
    why: str
    how: str
    find: Callable[[Reading], Iterable[Place]]
    model: type[Any]
    order: int
    forbids: bool = False


@dataclass(frozen=True)
class Finding:
    """A rule that a page does not keep, and where."""

    check: ContentCheck
    places: list[Place] = field(default_factory=list)
