"""Make fiches in French, as many as asked, always the same: the corpus of the measures of search.

    .venv/bin/python bench/french.py 1000 > fiches.jsonl

The first 163 of 100,000 are those of 163. A fiche has about 325 words, drawn by Zipf's law from
60,000 forms, with elisions under both apostrophes, inclusive writing and œ; it lies in a commune of
the region, and its values follow the vocabularies of the site, some much more often than others.
"""

import argparse
import csv
import datetime
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.french_words import NOUNS, OTHERS, TAGS, vocabulary  # noqa: E402
from hub.territory.gazetteer import get_gazetteer  # noqa: E402

SEED = 2013
WORDS = 325
FIRST_YEAR, LAST_YEAR = 2013, 2026
VOCABULARIES = ROOT / "initiatives" / "data" / "vocabularies.csv"
# Ranks are shifted as Mandelbrot did: real texts repeat their first words less than Zipf says.
SHIFT, STEEPNESS = 2.7, 1.05
VOWELS = frozenset("aeiouyéèêàâîôûœhAEIOUÉÈÊÀÂÎÔÛŒ")
ELIDED = {"le": "l", "la": "l", "de": "d", "que": "qu", "se": "s", "ne": "n", "jusque": "jusqu"}
OPENINGS = ("{} et {}", "{} ou {} ?", "{} : retour sur {}", "{}, {} et après")
KINDS = ("Atelier", "Maison", "Société", "Ferme")
# How many values of a vocabulary a fiche has.
SEVERAL = {"centree-sur": (1, 2), "en-lien-avec": (1, 2), "public": (1, 3), "levier": (1, 3)}
ONE = ("secteur", "statut", "effectif", "maturite")


class Corpus:
    """What fiches are drawn from; made once, in about half a second."""

    def __init__(self, seed: int = SEED) -> None:
        self.seed = seed
        self.words = vocabulary(random.Random(seed))
        self.weights = _falling(len(self.words))
        # Biggest communes first: that is where most initiatives are.
        self.communes = sorted(
            get_gazetteer().communes, key=lambda commune: (-commune.population, commune.code)
        )
        self.places = _falling(len(self.communes))
        self.terms = _terms()
        self.themes = list(self.terms["theme"].items())
        self.partners = [f"Partenaire {name}" for name in "ABCDEFGHIJKLMNOPQRST"]

    def fiche(self, number: int) -> dict[str, Any]:
        """Return one fiche: always the same for a number."""
        rng = random.Random(f"{self.seed}-{number}")
        commune = rng.choices(self.communes, cum_weights=self.places)[0]
        year = rng.randint(FIRST_YEAR, LAST_YEAR)
        day = datetime.date(year, 1, 1) + datetime.timedelta(days=rng.randrange(365))
        name = commune.name.replace("'", "’")
        kind, point = rng.choice(KINDS), commune.point
        return {
            "uid": f"fiche-{number}",
            "title": self._title(rng, name),
            "text": f"{kind} {rng.choice(NOUNS)}, à {name}. {self._prose(rng)}",
            "values": self._values(rng, commune, year),
            "point": (point.latitude, point.longitude),
            "date": day,
        }

    def _title(self, rng: random.Random, place: str) -> str:
        opening = rng.choice(OPENINGS).format(*rng.sample(NOUNS, 2))
        end = rng.choice(("", f" à {place}", f" {rng.choice(OTHERS)}"))
        return f"{opening[0].upper()}{opening[1:]}{end}"

    def _prose(self, rng: random.Random) -> str:
        words = rng.choices(
            self.words, cum_weights=self.weights, k=int(rng.gauss(WORDS, WORDS / 5)) + 10
        )
        apostrophe = rng.choice("’’'")
        pieces: list[str] = []
        left, pending = 0, ""
        for word, after in zip(words, [*words[1:], ""], strict=True):
            if word in ELIDED and after[:1] in VOWELS:
                pending = f"{ELIDED[word]}{apostrophe}"
                continue
            whole = f"{pending}{word}"
            pending = ""
            if left == 0:
                left = rng.randint(8, 22)
                whole = f"{whole[0].upper()}{whole[1:]}"
            left -= 1
            pieces.append(f"{whole}." if left == 0 else f"{whole}," if left == 7 else whole)
        return " ".join(pieces)

    def _values(self, rng: random.Random, commune: Any, year: int) -> dict[str, list[str]]:
        values = {
            scheme: rng.sample(list(self.terms[scheme]), rng.randint(*bounds))
            for scheme, bounds in SEVERAL.items()
        }
        values |= {scheme: [_skewed(rng, list(self.terms[scheme]))] for scheme in ONE}
        themes = [_skewed(rng, self.themes) for _ in range(rng.randint(1, 3))]
        values["theme"] = _unique([slug for theme in themes for slug in theme if slug])
        values["etiquette"] = _unique([_skewed(rng, TAGS) for _ in range(rng.randint(2, 6))])
        values["departement"] = [commune.departement.code]
        values["epci"] = [commune.epci.code]
        values["economie"] = [rng.choice(("ess", "classique"))]
        values["annee"] = [str(year)]
        values["laureat"] = ["oui"] if rng.random() < 0.15 else []
        values["fraicheur"] = [rng.choice(("moins-d-un-an", "un-a-trois-ans", "plus-de-trois-ans"))]
        values["reperee-par"] = [_skewed(rng, self.partners)]
        return values


def fiches(count: int, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Yield the first fiches of the corpus of a seed.

    Each has `uid`, `title`, `text`, `values` (lists of slugs by facet), `point` (latitude and
    longitude) and `date`.
    """
    corpus = corpus_of(seed)
    return (corpus.fiche(number) for number in range(count))


@cache
def corpus_of(seed: int) -> Corpus:
    """Return the corpus of a seed, made once."""
    return Corpus(seed)


def _terms() -> dict[str, dict[str, str]]:
    """Return the slugs of each vocabulary of the site, each with that of its parent or nothing."""
    terms: dict[str, dict[str, str]] = {}
    with VOCABULARIES.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            terms.setdefault(row["scheme"], {})[row["slug"]] = row["parent"]
    return terms


def _falling(count: int) -> list[float]:
    return list(accumulate(1 / (rank + SHIFT) ** STEEPNESS for rank in range(count)))


def _skewed(rng: random.Random, values: Sequence[Any]) -> Any:
    """Return one of the values, the first ones more often."""
    return values[int(len(values) * rng.random() ** 2)]


def _unique(values: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(values))


def main() -> None:
    """Write fiches, one a line, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=163)
    begin = time.perf_counter()
    for fiche in fiches(parser.parse_args().count):
        print(json.dumps({**fiche, "date": fiche["date"].isoformat()}, ensure_ascii=False))
    print(f"{time.perf_counter() - begin:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
