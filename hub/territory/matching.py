"""Find communes by name: look-ups for a whole name, a scan of the names for a part of one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from .folding import fold, without_article
from .places import Commune
from .wording import Wording


class Rank(IntEnum):
    """How well a name answers, best first."""

    EXACT = 0
    WITHOUT_ARTICLE = 1
    BEGINNING = 2
    INNER_WORD = 3


class Name(NamedTuple):
    """One name of a commune, folded, with and without its article."""

    folded: str
    bare: str
    is_alias: bool
    commune: Commune


class NameIndex:
    """The folded names and old names of the communes."""

    def __init__(self, communes: Iterable[Commune]) -> None:
        self._names = [name for commune in communes for name in _names(commune)]
        # In the order of preference: a name, a name without its article, then old names alike.
        self._whole: dict[tuple[bool, Rank], defaultdict[str, list[Commune]]] = {
            (is_alias, rank): defaultdict(list)
            for is_alias in (False, True)
            for rank in (Rank.EXACT, Rank.WITHOUT_ARTICLE)
        }
        for name in self._names:
            self._whole[name.is_alias, Rank.EXACT][name.folded].append(name.commune)
            self._whole[name.is_alias, Rank.WITHOUT_ARTICLE][name.bare].append(name.commune)

    def search(self, text: str, limit: int) -> list[Commune]:
        """Return at most `limit` communes, each once, best answer first."""
        wording = Wording.read(text)
        answers = self._with_number(wording) if wording.number else self._containing(wording)
        best: dict[str, tuple[Rank, bool, int, str]] = {}
        communes: dict[str, Commune] = {}
        for rank, is_alias, commune in answers:
            key = (rank, is_alias, -commune.population, commune.code)
            best[commune.code] = min(key, best.get(commune.code, key))
            communes[commune.code] = commune
        return [communes[code] for *_, code in sorted(best.values())[: max(limit, 0)]]

    def named(self, text: str) -> tuple[Commune, ...]:
        """Return the communes with this very name.

        "Chaux" is not "La Chaux" as long as a commune is called "Chaux".
        """
        wording = Wording.read(text)
        for reading in (wording, wording.with_brackets_in_name()):
            for (_, rank), communes in self._whole.items():
                name = reading.name
                key = name if rank is Rank.EXACT else without_article(name)
                if found := [one for one in communes.get(key, ()) if reading.admits(one)]:
                    return tuple(dict.fromkeys(found))
        return ()

    def _containing(self, wording: Wording) -> list[tuple[Rank, bool, Commune]]:
        for reading in (wording, wording.with_brackets_in_name()):
            if reading.name and (answers := list(self._scan(reading))):
                return answers
        return []

    def _scan(self, wording: Wording) -> Iterator[tuple[Rank, bool, Commune]]:
        asked, bare = wording.name, without_article(wording.name)
        for name in self._names:
            rank = _rank(name, asked, bare)
            if rank is not None and wording.admits(name.commune):
                yield rank, name.is_alias, name.commune

    def _with_number(self, wording: Wording) -> Iterator[tuple[Rank, bool, Commune]]:
        number = wording.number
        for name in self._names:
            commune = name.commune
            if number == commune.code or number in commune.postcodes:
                yield Rank.EXACT, False, commune
            elif any(postcode.startswith(number) for postcode in commune.postcodes):
                yield Rank.BEGINNING, False, commune


def _names(commune: Commune) -> Iterator[Name]:
    for name in (commune.name, *commune.aliases):
        folded = fold(name)
        yield Name(folded, without_article(folded), name != commune.name, commune)


def _rank(name: Name, asked: str, bare: str) -> Rank | None:
    if name.folded == asked:
        return Rank.EXACT
    if name.bare == bare:
        return Rank.WITHOUT_ARTICLE
    if name.bare.startswith(bare):
        return Rank.BEGINNING
    return Rank.INNER_WORD if f" {bare}" in name.bare else None
