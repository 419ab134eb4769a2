"""Rules of texts: links, sentences, headings."""

import re
from collections.abc import Iterator
from typing import Any

from hub.content.blocks.link import is_vague
from hub.content.blocks.rich_text import PROSE
from hub.content.excerpt import cut_at_a_word
from hub.content.models import BasePage
from hub.editing.checks.check import ContentCheck, Place
from hub.editing.checks.reading import Passage, Reading

# Guides of plain language ask for some twenty words; a sentence of twice that is never plain.
MOST_WORDS = 40
SHOWN = 60
SPOKEN = "transcript"  # the name of a block that holds what was said, not what was written
HEADINGS = ["h2", "h3", "h4"]
PARAGRAPHS = ["p", "li", "blockquote"]
# The end of a sentence, where another one begins.
SENTENCE_END = re.compile(r"(?<=[.!?…])[\s»”)]+(?=[A-ZÀ-ÖØ-Þ«“(\d])|\n+")
WORD = re.compile(r"\w[\w’'-]*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def quoted(text: str) -> str:
    """Return « the beginning of a text »."""
    return f"« {cut_at_a_word(text, SHOWN)} »"


def vague_links(reading: Reading) -> Iterator[Place]:
    """Yield links whose words do not say where they lead, addresses included."""
    for passage in reading.passages:
        for link in passage.tree.find_all("a"):
            words = link.get_text(" ", strip=True)
            if is_vague(words) or ADDRESS.fullmatch(words):
                yield Place(quoted(words), passage.path)


def long_sentences(reading: Reading) -> Iterator[Place]:
    """Yield sentences of more words than a reader keeps in mind."""
    for field, text in reading.plain_texts:
        yield from _long_ones(text, (field.name,))
    for passage in reading.passages:
        if passage.block.name == SPOKEN:
            continue
        for paragraph in passage.tree.find_all(PARAGRAPHS):
            # A list inside an item is read by itself.
            own = "".join(_own_texts(paragraph))
            yield from _long_ones(own, passage.path)


def _own_texts(paragraph: Any) -> Iterator[str]:
    for text in paragraph.find_all(string=True):
        if text.find_parent(PARAGRAPHS) is paragraph:
            yield str(text)


def _long_ones(text: str, path: tuple[str, ...]) -> Iterator[Place]:
    for sentence in SENTENCE_END.split(text):
        number = len(WORD.findall(sentence))
        if number > MOST_WORDS:
            yield Place(f"{number} mots : {quoted(sentence)}", path)


def skipped_levels(reading: Reading) -> Iterator[Place]:
    """Yield headings more than one level below the one before them."""
    level = 1  # the title of the page
    for passage in reading.passages:
        level = max(level, _level_above(passage))
        for heading in passage.tree.find_all(HEADINGS):
            own = int(heading.name[1])
            if own > level + 1:
                yield Place(quoted(heading.get_text(" ", strip=True)), passage.path)
            level = own


def _level_above(passage: Passage) -> int:
    """Return the level of the heading that the site writes above a text, 1 where it writes none."""
    features = getattr(passage.block, "features", None) or PROSE
    return 1 if "h2" in features else 2


text_checks = (
    ContentCheck(
        slug="intertitres",
        title="Un intertitre saute un niveau",
        why="Beaucoup de personnes aveugles parcourent la page par ses intertitres. Un niveau qui "
        "manque leur laisse croire qu’elles ont sauté une partie.",
        how="Passez du niveau 2 au niveau 3, puis au niveau 4. Pour changer la taille d’un "
        "intertitre, changez son niveau et ceux qui le suivent.",
        find=skipped_levels,
        model=BasePage,
        order=40,
    ),
    ContentCheck(
        slug="liens",
        title="Un lien ne dit pas où il mène",
        why="Les lecteurs d’écran donnent la liste des liens sans le texte qui les entoure, et "
        "tout le monde repère les liens d’un coup d’œil : « cliquez ici » "
        "n’apprend rien.",
        how="Écrivez le lien sur le nom de ce que l’on y trouve, par exemple « le bilan 2024 "
        "de l’association ».",
        find=vague_links,
        model=BasePage,
        order=50,
    ),
    ContentCheck(
        slug="phrases",
        title="Une phrase est longue",
        why=f"Au-delà de {MOST_WORDS} mots, on perd le début avant d’arriver à la fin, surtout "
        "sur un téléphone ou quand on lit difficilement.",
        how="Coupez-la en deux ou trois phrases, une idée par phrase, ou faites-en une liste.",
        find=long_sentences,
        model=BasePage,
        order=60,
    ),
)
