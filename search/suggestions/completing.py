"""Words that the last one may become, among those of pages that hold the words before it."""

from __future__ import annotations

from collections.abc import Iterator

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.analysis import Token, tokenise
from search.dsl import shown_documents
from search.engines.contract import Engine
from search.engines.edit_distance import edit_distance
from search.meaning.clauses import Word, match_all_of
from search.meaning.lexicon import begins_french, written
from search.query import SearchQuery
from search.suggestions.contract import Suggestion
from search.suggestions.titles import STEMMED_FROM
from search.suggestions.typed import Typed

READ = 24  # words that are looked at: inflections of one word count as one
# The first letters are seldom wrong; what follows them is compared.
SURE_LETTERS = 2
COMPARED = 60


def completed(engine: Engine, typed: Typed) -> list[Token]:
    """Return the words that begin as the last one, the most frequent first, each once.

    None for less than two letters, which begin too many.
    """
    prefix = typed.last.word
    if len(prefix) < SURE_LETTERS:
        return []
    words = engine.words(prefix, _with_words_before(typed).to_dict(), READ)
    seen: set[str] = set()
    found = []
    for token in _tokens(word for word, _ in words):
        if seen.isdisjoint(token.stems):
            found.append(token)
        seen.update(token.stems)
    return found


def stems_beyond(typed: Typed, tokens: list[Token]) -> list[tuple[str, ...]]:
    """Return the stems by which a title may hold a word that begins so."""
    prefix = typed.last.word
    return [one.stems for one in tokens if len(prefix) >= STEMMED_FROM]


def completions(typed: Typed, tokens: list[Token], most: int) -> Iterator[Suggestion]:
    """Yield the searches of the text with its last word whole."""
    longer = [one for one in tokens if one.word != typed.last.word]
    for token in longer[:most]:
        text = typed.with_last(written(token.word)).strip()
        yield Suggestion(text, query=SearchQuery(words=text))


def respelt(engine: Engine, typed: Typed) -> Typed | None:
    """Return the text with its last word at one edit of what the pages hold, None without any.

    What begins a word of French is absent, not misspelt: « organi » is no « organe ».
    """
    word = typed.last.word
    if len(word) < STEMMED_FROM or word.isdigit() or begins_french(word):
        return None
    query = _with_words_before(typed)
    near = [one for one, _ in engine.words(word[:SURE_LETTERS], query.to_dict(), COMPARED)]
    near += [one for one, _ in engine.similar(word, COMPARED // 10)]
    for token in _tokens(one for one in near if _may_be(word, one)):
        holding = Q("bool", must=[Word(token.word, token.stems).query()], filter=[query])
        if engine.msearch([{"query": holding.to_dict(), "size": 0}])[0].total:
            return Typed.read(typed.with_last(written(token.word)))
    return None


def _may_be(typed: str, word: str) -> bool:
    """Tell whether a word, or its beginning, is at one edit of what was typed."""
    beginnings = {word[: len(typed) + more] for more in (-1, 0, 1)} | {word}
    return any(edit_distance(typed, one, 1) is not None for one in beginnings)


def _with_words_before(typed: Typed) -> Query:
    clauses = [Word(token.word, token.stems) for token in typed.whole]
    return Q("bool", must=[match_all_of(clauses)], filter=[Q(shown_documents())])


def _tokens(words: Iterator[str]) -> Iterator[Token]:
    """Yield words that say something, as the analysis reads them."""
    for word in words:
        token = next(iter(tokenise(word)), None)
        if token and token.stems and not token.word.isdigit():
            yield token
