"""The French analysis: one pass for index, query, highlight, suggestion and spelling.

Whatever engine holds the index, the words that it receives and the words that a visitor's query
becomes are made here, so that all engines match alike (`docs/search.md`).
"""

import Stemmer

from search.analysis.folding import fold
from search.analysis.normal import normalise
from search.analysis.stopwords import QUESTION_WORDS, STOP_WORDS, is_question_word
from search.analysis.streams import GAP, Analysed, analyse, analyse_all
from search.analysis.tokens import Token, tokenise

# An index made by another version is rebuilt: the number grows with any change of the package.
ANALYSIS_VERSION = f"1-{Stemmer.version()}"

__all__ = [
    "ANALYSIS_VERSION",
    "GAP",
    "QUESTION_WORDS",
    "STOP_WORDS",
    "Analysed",
    "Token",
    "analyse",
    "analyse_all",
    "fold",
    "is_question_word",
    "normalise",
    "tokenise",
]
