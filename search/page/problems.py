"""What could not be read of an address, as its visitor is told."""

from dataclasses import dataclass

from search.query import Near

# Circles that may have been meant, each by its name.
Circles = tuple[tuple[str, Near], ...]


@dataclass(frozen=True)
class Problem:
    """A parameter, the value that was given, and a French sentence about it.

    `meant` are circles among which the visitor may choose, where the sentence asks which.
    """

    parameter: str
    value: str
    sentence: str
    meant: Circles = ()

    @property
    def detail(self) -> str:
        """The sentence and what there is to choose from, for who cannot follow a link."""
        names = ", ".join(name for name, _ in self.meant)
        return f"{self.sentence} {names}." if names else self.sentence
