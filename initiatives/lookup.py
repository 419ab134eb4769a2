"""A bounded search by words in the database, without any search engine."""

import re
import unicodedata

from django.db.models import Q

from hub.territory.folding import fold
from hub.territory.gazetteer import get_gazetteer
from initiatives.querysets import InitiativeQuerySet

MAX_CHARACTERS = 300
MAX_WORDS = 20
FIELDS = (
    "title__icontains",
    "quoted_title__icontains",
    "summary__icontains",
    "need__icontains",
    "activity__icontains",
    "characterisations__tag__name__icontains",
    "organisation_links__organisation__name__icontains",
    "tags__name__icontains",
)
SHORTEST_PLACE = 3
MOST_PLACES = 50


def words_of(text: str) -> list[str]:
    """Return the words of a visitor's text: at most 20, each once, without control characters."""
    printable = "".join(
        " " if unicodedata.category(letter).startswith("C") else letter
        for letter in text[:MAX_CHARACTERS]
    )
    return list(dict.fromkeys(re.findall(r"[\w-]{2,}", printable.lower())))[:MAX_WORDS]


def with_words(fiches: InitiativeQuerySet, text: str) -> InitiativeQuerySet:
    """Return the fiches that hold every word: in their texts, terms, tags, organisations, place."""
    for word in words_of(text):
        anywhere = _at(word)
        for field in FIELDS:
            anywhere |= Q(**{field: word})
        fiches = fiches.filter(pk__in=fiches.model.objects.filter(anywhere).values("pk"))
    return fiches


def _at(word: str) -> Q:
    """Return the condition of being in a commune or a département whose name begins so."""
    if len(word) < SHORTEST_PLACE:
        return Q()
    gazetteer = get_gazetteer()
    communes = [commune.code for commune in gazetteer.search(word, MOST_PLACES)]
    departements = [
        one.code for one in gazetteer.departements if fold(one.label).startswith(fold(word))
    ]
    return Q(commune_code__in=communes) | Q(departement__in=departements)
