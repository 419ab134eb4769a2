"""Folded words as somebody writes them, with their accents."""

from collections.abc import Iterable

from search.analysis import normalise, tokenise


def as_written(words: str, texts: Iterable[str]) -> str:
    """Return folded words as the first of these texts that holds each writes it, in lower case.

    A word that none holds stays as it is.
    """
    wanted = dict.fromkeys(words.split())
    missing = len(wanted)
    for text in texts:
        plain = normalise(text)
        for token in tokenise(plain):
            if token.word in wanted and wanted[token.word] is None:
                wanted[token.word] = plain[token.start : token.end].lower()
                missing -= 1
        if not missing:
            break
    return " ".join(wanted[word] or word for word in words.split())
