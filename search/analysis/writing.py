"""How French writes its words: elision, inclusive writing, dotted acronyms, numbers."""

import re

_LETTER = r"[^\W\d_]"
# Letters and digits, with the accents that Unicode has not composed with their letter.
_SIGNS = "(?:[^\\W_]++[\u0300-\u036f]*+)++"
_APOSTROPHE = "['’‘′´`＇]"
_DOT = "[·•‧∙⋅]"

_ELIDED = rf"(?i:(?:jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|qu|[ldjmtscn]){_APOSTROPHE}(?=[^\W_]))"

# The endings of inclusive writing; after a hyphen or a slash, those that are no word themselves.
_ENDINGS = (
    "e|es|s|x|ne|nes|ve|ves|te|tes|le|les|lle|lles|se|ses|sse|sses|ée|ées|ère|ères|ière|ières|"
    "euse|euses|rice|rices|trice|trices|ale|ales|aux|ienne|iennes"
)
_SAFE_ENDINGS = (
    "e|es|s|ne|nes|ve|ves|ée|ées|ère|ères|ière|ières|euse|euses|rice|rices|trice|trices|ales"
)


def _either_case(endings: str) -> str:
    """Return the endings in lower case or in capitals: « fin.Les » is no inclusive form."""
    return f"(?:{endings}|{endings.upper()})(?![^\\W_])"


_INCLUSIVE = rf"""
    (?<={_LETTER}{{2}})
    (?: {_DOT}(?:[a-zà-öø-ÿ]{{1,7}}|[A-ZÀ-ÖØ-Þ]{{1,7}})(?![^\W_])             # salarié·e·s
      | \(-?(?:{_ENDINGS}|{_ENDINGS.upper()})\)(?:[sSxX](?![^\W_]))?       # salarié(e)s
      | \.{_either_case(_ENDINGS)}                                         # salarié.e.s
      | [-/]{_either_case(_SAFE_ENDINGS)}                                  # salarié-e-s
    )++
"""

# Written with or without its hyphen, the word is the same.
_PREFIX = rf"(?i:télé|tele|co|psycho)-(?={_LETTER}{{3}})"

_NUMBER = (
    r"(?<!\d[.,])(?:\d{1,3}(?:_\d{3})+(?![^\W_])|\d{1,9}[.,]\d{1,2}(?![.,]?[^\W_])"
    r"|\d{1,2}×\d{1,2}(?![^\W_]))"
)
_ACRONYM = rf"(?:(?:{_LETTER}\.){{2,12}}+{_LETTER}?|{_LETTER}\.{_LETTER})(?!\.?[^\W_])"

WORD = re.compile(
    rf"""
    (?P<phrase> (?i:c{_APOSTROPHE}est-[àa]-dire)(?![^\W_]) )
    | {_ELIDED}*+
      (?: (?P<number>{_NUMBER})
        | (?P<acronym>{_ACRONYM})
        | (?P<word> (?:{_PREFIX})? {_SIGNS} (?:{_APOSTROPHE}{_SIGNS})*+ ) (?:{_INCLUSIVE})?
      )
    """,
    re.VERBOSE,
)
"""One word with what belongs to it; the group that matched tells what it is.

A « phrase » is « c’est-à-dire », of which « dire » would look like a word of its own. An apostrophe
that elides nothing joins: aujourd’hui, prud’hommes, Rally’nov.
"""

GROUPED = re.compile(r"\d(?<![\d.,].)\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)")
"""A number whose groups of digits are set apart by spaces: « 1 200 »."""
