"""What is measured, on both sides, with words drawn from the corpus itself."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from bench.french_words import NOUNS
from bench.plain.models import PlainFiche
from bench.search_sides import FILTERED, InDatabase, Product, made, narrowed
from search.analysis import tokenise
from search.query import Box, SearchQuery

Work = Callable[[], object]
LETTERS = "abcdefghilmnoprstuv"


@dataclass(frozen=True)
class Operation:
    """What each side does for one draw; `rival` is None for what the database has not."""

    name: str
    ours: Callable[[], Work]
    rival: Callable[[], Work] | None = None


def operations(ours: Product, rival: InDatabase, count: int, seed: int = 7) -> list[Operation]:
    """Return what to measure among so many fiches."""
    draw = Draw(random.Random(seed), count, ours, rival)
    return [
        Operation("two words, highlights", draw.plain, draw.plain_rival),
        Operation("two words, highlights, all facets", draw.whole, draw.whole_rival),
        Operation("a word, three filters, all facets", draw.filtered, draw.filtered_rival),
        Operation("no word, all facets", draw.browse, draw.browse_rival),
        Operation("suggestions while typing", draw.typed, draw.typed_rival),
        Operation("suggestions after a publication", draw.typed_cold),
        Operation("box and word", draw.box, draw.box_rival),
        Operation("question, highlights, all facets", draw.question, draw.question_rival),
        Operation("misspelt word, all facets", draw.misspelt),
        Operation("misspelt word after a publication", draw.misspelt_cold),
        Operation("one publication, seen", draw.publish, draw.publish_rival),
    ]


@dataclass
class Draw:
    """Draws the words of each turn, and gives the work to time."""

    rng: random.Random
    count: int
    ours: Product
    rival: InDatabase

    def plain(self) -> Work:
        """Search two words, and show a page."""
        query = SearchQuery(words=self._two_words())
        return lambda: self.ours.page(query, counted=False)

    def plain_rival(self) -> Work:
        """Do the same there."""
        words = self._two_words()
        stems = _stems(words)
        return lambda: self.rival.page(words, {}, stems)

    def whole(self) -> Work:
        """Search two words, count all facets, and show a page."""
        query = SearchQuery(words=self._two_words())
        return lambda: self.ours.page(query, counted=True)

    def whole_rival(self) -> Work:
        """Do the same there."""
        words = self._two_words()
        stems = _stems(words)
        return lambda: (self.rival.page(words, {}, stems), self.rival.counts(words, {}))

    def filtered(self) -> Work:
        """Search a word in three filters, count all facets, and show a page."""
        query = narrowed(self._noun(), self._filters())
        return lambda: self.ours.page(query, counted=True)

    def filtered_rival(self) -> Work:
        """Do the same there."""
        word, filters = self._noun(), self._filters()
        stems = _stems(word)
        return lambda: (self.rival.page(word, filters, stems), self.rival.counts(word, filters))

    def browse(self) -> Work:
        """Show the newest, and count all facets."""
        return lambda: self.ours.page(SearchQuery(), counted=True)

    def browse_rival(self) -> Work:
        """Count six facets by plain queries: there is no text to search."""

        def work() -> None:
            for name in ("departement", "epci", "secteur", "statut", "annee", "economie"):
                list(PlainFiche.objects.values(name).annotate(Count("pk")))

        return work

    def typed(self) -> Work:
        """Suggest for the beginning of a word, or for a word and the beginning of another."""
        words = self._begun()
        self.ours.suggest(self._noun())
        return lambda: self.ours.suggest(words)

    def typed_cold(self) -> Work:
        """Suggest just after a publication: labels and counts are read again."""
        self.ours.publish(self._fiche())
        return self._typed

    def _typed(self) -> object:
        return self.ours.suggest(self._begun())

    def typed_rival(self) -> Work:
        """Complete titles there."""
        words = self._begun()
        return lambda: self.rival.suggest(words)

    def box(self) -> Work:
        """Search a word in a box."""
        query = narrowed(self._noun(), {}, self._box())
        return lambda: self.ours.ask(query, counted=False)

    def box_rival(self) -> Work:
        """Do the same there."""
        word, box = self._noun(), self._box()
        return lambda: self.rival.in_box(word, box)

    def question(self) -> Work:
        """Ask a question of six words, most of which no fiche holds together."""
        query = SearchQuery(words=self._question())
        return lambda: self.ours.page(query, counted=True)

    def question_rival(self) -> Work:
        """Search any of its words there."""
        words = self._question()
        stems = _stems(words)
        return lambda: (
            self.rival.page(words, {}, stems, operator="or"),
            self.rival.counts(words, {}),
        )

    def misspelt(self) -> Work:
        """Search a misspelt word; the words of the index are known already."""
        query = SearchQuery(words=self._misspelt())
        self.ours.ask(query, counted=False)
        return lambda: self.ours.page(query, counted=True)

    def misspelt_cold(self) -> Work:
        """Search a misspelt word just after a publication."""
        query = SearchQuery(words=self._misspelt())
        self.ours.publish(self._fiche())
        return lambda: self.ours.page(query, counted=True)

    def publish(self) -> Work:
        """Put a fiche again, and find it."""
        fiche = self._fiche()
        return lambda: self.ours.publish(fiche)

    def publish_rival(self) -> Work:
        """Save a row; a signal indexes it."""
        row = PlainFiche.objects.get(uid=self._fiche()["uid"])
        return lambda: self.rival.publish(row)

    def _fiche(self) -> dict[str, Any]:
        return next(made([self.rng.randrange(self.count)]))

    def _noun(self) -> str:
        return self.rng.choice(NOUNS)

    def _two_words(self) -> str:
        return " ".join(self.rng.sample(NOUNS, 2))

    def _begun(self) -> str:
        words = self._two_words() if self.rng.random() < 0.5 else self._noun()
        return words[: -self.rng.randint(1, max(1, len(words.split()[-1]) - 3))]

    def _filters(self) -> Mapping[str, list[str]]:
        values = self._fiche()["values"]
        return {name: values[name] for name in FILTERED}

    def _box(self) -> Box:
        latitude, longitude = self._fiche()["point"]
        return Box(longitude - 0.3, latitude - 0.2, longitude + 0.3, latitude + 0.2)

    def _question(self) -> str:
        words = [word for word in self._fiche()["text"].split() if len(word) > 4 and word.isalpha()]
        return f"Comment {' '.join(self.rng.sample(words, 4))} pour {self._two_words()} ?"

    def _misspelt(self) -> str:
        word = max(self.rng.sample(NOUNS, 6), key=len)
        at = self.rng.randrange(1, len(word) - 1)
        return f"{word[:at]}{self.rng.choice(LETTERS)}{word[at + 1 :]}"


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem for token in tokenise(words) for stem in token.stems)
