"""The first words of a text, for where only a line of it is shown."""

from typing import Any

from wagtail.blocks.stream_block import StreamValue

from hub.content.text import NBSP

ELLIPSIS = "…"
# Shorter texts are titles and captions rather than sentences.
SENTENCE_LENGTH = 40


def cut_at_a_word(text: str, length: int) -> str:
    """Return the text on one line, at most `length` characters, cut between two words."""
    line = " ".join(part for part in text.replace("\n", " ").replace("\t", " ").split(" ") if part)
    if len(line) <= length:
        return line
    kept = line[: length - 1]
    if line[length - 1].isalnum():
        kept = kept.rpartition(" ")[0] or kept
    return kept.rstrip(f" {NBSP},;:.!?(«–—") + ELLIPSIS


def first_text(stream: Any) -> str:
    """Return the first sentence-like text of a stream of blocks, else its longest, or nothing."""
    if not isinstance(stream, StreamValue):
        return ""
    texts = [str(text).strip() for text in stream.stream_block.get_searchable_content(stream)]
    sentences = (text for text in texts if len(text) >= SENTENCE_LENGTH)
    return next(sentences, max(texts, key=len, default=""))
