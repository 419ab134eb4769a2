"""A text as the index of every engine receives it: words between single spaces."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.analysis.normal import normalise
from search.analysis.tokens import LONGEST_CHUNK, Token, grouped, read_tokens

GAP = "_"
"""What stands for a stop word, so that the words of a phrase keep their distance."""

# About the vocabulary of 100,000 fiches, with its elisions. When it is full, all is forgotten:
# to keep the latest would cost each look-up more than what is read again.
_REMEMBERED_CHUNKS = 1 << 17
# Signs that surround words and change none of them: without them, fewer chunks are different.
_AROUND = '.,;:!?…«»“”"('
_APART = f" {' '.join([GAP] * 4)} "


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text for an index that only splits on spaces.

    Attributes:
        stems: The first stem of each word, a gap for a stop word: "egalit _ entrepris".
        alternatives: The second stems, of the words that have one.
        words: The folded words, stop words included, for quoted phrases and prefixes.
    """

    stems: str
    alternatives: str
    words: str


class _Remembered(dict[str, tuple[str, str, str]]):
    """What was read of runs without a space; a long one seldom comes twice, and is not kept."""

    def __missing__(self, chunk: str) -> tuple[str, str, str]:
        read = _joined(read_tokens(chunk))
        if len(chunk) <= LONGEST_CHUNK:
            if len(self) >= _REMEMBERED_CHUNKS:
                self.clear()
            self[chunk] = read
        return read


_remembered = _Remembered()


def analyse(text: str) -> Analysed:
    """Return what an index holds of a text; runs without a space are remembered."""
    chunks = grouped(normalise(text)).split()
    if not chunks:
        return Analysed("", "", "")
    parts = zip(*[_remembered[chunk.strip(_AROUND)] for chunk in chunks], strict=True)
    return Analysed(*(" ".join(filter(None, part)) for part in parts))


def analyse_all(texts: Iterable[str]) -> Analysed:
    """Return several texts as one, so far apart that no phrase runs from one into the next."""
    parts = [analyse(text) for text in texts]
    return Analysed(
        _APART.join([part.stems for part in parts if part.stems]),
        " ".join([part.alternatives for part in parts if part.alternatives]),
        _APART.join([part.words for part in parts if part.words]),
    )


def _joined(tokens: tuple[Token, ...]) -> tuple[str, str, str]:
    return (
        " ".join(token.stems[0] if token.stems else GAP for token in tokens),
        " ".join(token.stems[1] for token in tokens if len(token.stems) > 1),
        " ".join(token.word for token in tokens),
    )
