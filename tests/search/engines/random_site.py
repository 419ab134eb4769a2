"""A site of random pages and what visitors may ask of it: the same for one seed."""

import datetime
import random
from typing import Any

from hub.plugins.declarations import Choice, Facet
from search.documents import Document
from search.query import Box, Near, SearchQuery, Sort, canonical_filters
from tests.search.engines.documents import document

WORDS = [
    "égalité", "salarié·e·s", "crèche", "entreprise", "emploi", "emplois", "R.S.E.", "semaine",
    "jours", "vélo", "œuvre", "sociétale", "covoiturage", "mobilité", "télétravail", "handicap",
    "formation", "apprenti", "apprentis", "licencié", "licenciées", "directrice", "coopérative",
    "fromagerie", "horlogerie", "soudure", "aidants", "parentalité", "sommeil", "atelier",
    "boulangerie", "reconversion", "tutorat", "qualité", "santé", "prévention", "dialogue",
    "gouvernance", "partage", "outils", "d’entreprise", "l’égalité", "jusqu’au", "rendez-vous",
    "porte-à-porte", "XXIe", "4", "2024", "responsabilité", "bicyclette", "des", "les", "une",
]  # fmt: skip
SYNONYMS = (("RSE", "responsabilité sociétale"), ("vélo", "bicyclette"))
THEMES = ("mobilite", "l’égalité", 'dit "oui"', "a b", "sante", "qvct")
DEPARTMENTS = ("21", "25", "39", "58", "70", "71", "89", "90", "2A")
TYPOS = ("egalité", "covoiturrage", "entrprise", "salaries", "crèhce", "formatoin")
GONE = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
LATER = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)


def _choices(values: Any, recall: Any) -> list[Choice]:
    return [Choice(one, one) for one in values]


FACETS = {
    "theme": Facet("theme", "Thème", _choices),
    "departement": Facet("departement", "Département", _choices),
    "seen": Facet(
        "seen", "Vu", _choices, bounds=lambda: {"new": (10, None), "mid": (5, 10), "old": (None, 5)}
    ),
}


def pages(count: int, chance: random.Random) -> list[Document]:
    """Return so many documents; frequent words are much more frequent than rare ones."""
    return [_page(f"u{number:05}", chance) for number in range(count)]


def questions(count: int, chance: random.Random) -> list[SearchQuery]:
    """Return so many searches, of a few words or many, narrowed or not."""
    return [_question(chance) for _ in range(count)]


def _page(uid: str, chance: random.Random) -> Document:
    day = datetime.date(2013, 1, 1) + datetime.timedelta(days=chance.randrange(4_000))
    return document(
        uid,
        _text(chance, 6),
        _text(chance, 40),
        kind=chance.choice(["initiative", "video", "evenement"]),
        version=chance.randrange(1, 50),
        values={
            "theme": chance.sample(THEMES, chance.randrange(4)),
            "departement": chance.sample(DEPARTMENTS, chance.randrange(2)),
        },
        numbers={"seen": chance.randrange(20)} if chance.random() < 0.7 else {},
        day=day if chance.random() < 0.8 else None,
        point=_point(chance) if chance.random() < 0.8 else None,
        expires=chance.choice([None, None, None, GONE, LATER]),
    )


def _question(chance: random.Random) -> SearchQuery:
    words = _text(chance, chance.choice([0, 1, 2, 3, 7]))
    kind = chance.random()
    if kind < 0.1:
        words = f'"{words}"'
    elif kind < 0.25:
        words = f"{words} {chance.choice(TYPOS)}"
    filters = {
        "theme": chance.sample(THEMES, chance.choice([0, 0, 1, 2])),
        "departement": chance.sample(DEPARTMENTS, chance.choice([0, 0, 1, 3])),
        "seen": chance.sample(["new", "mid", "old"], chance.choice([0, 0, 1, 2])),
    }
    box, near = None, None
    if chance.random() < 0.2:
        (south, west), (north, east) = _point(chance), _point(chance)
        box = Box(west, south, east, north)
    elif chance.random() < 0.2:
        latitude, longitude = _point(chance)
        near = Near("x", latitude, longitude, chance.choice([1, 5, 20, 90]))
    return SearchQuery(
        words=words,
        filters=canonical_filters(filters.items()),
        box=box,
        near=near,
        sort=chance.choice([None, *Sort]),
        as_typed=chance.random() < 0.2,
    )


def _text(chance: random.Random, most: int) -> str:
    weights = [1 / (rank + 1) for rank in range(len(WORDS))]
    return " ".join(chance.choices(WORDS, weights, k=chance.randrange(most + 1)))


def _point(chance: random.Random) -> tuple[float, float]:
    """Return one of some thousands of places: edges of boxes fall on pages."""
    return 46 + chance.randrange(60) / 30, round(3 + chance.randrange(80) / 20, 6)
