"""No-break spaces: around punctuation, in numbers, between a number and what it counts."""

import re

from hub.content.text import FINE_SPACE, NBSP
from hub.content.typography.masks import BREAK, INLINE, WORD

_SPACE = "[ \u00a0\u2009\u202f]"
_SPACES = re.compile(f"{_SPACE}+")
_RUN = f"[ \u00a0\u2009\u202f{INLINE}]"

# A run of spaces and inline tags is read once: it begins where no run is under way.
_BEFORE_SIGN = re.compile(rf"(?<!{_RUN})({_RUN}++)([;:!?])(?!=)")
_BEFORE_CLOSING = re.compile(rf"(?<!{_RUN})(?<=[^\s{BREAK}])({_RUN}*+)»")
_AFTER_OPENING = re.compile(rf"«({_RUN}*+)(?=[^\s{BREAK}])")
# The space that somebody forgot, where what follows shows that the sign ends something.
_ENDED = rf"[\w)»”’…%€{WORD}]"
_FORGOTTEN = re.compile(
    rf"(?:(?<={_ENDED})|(?<={_ENDED}{INLINE}))"
    rf"(?:[;!?](?=[\s)»”…;!?{BREAK}{INLINE}]|\Z)|:(?=[\s»{BREAK}]|\Z))"
)

_UNITS = (
    "%|‰|€|k€|M€|Md€|h|min|s|j|km|cm|mm|m|ha|kg|mg|g|t|L|l|kWh|MWh|GWh|kW|MW|W|°C|°F|km²|m²|m³|"
    "ko|Ko|Mo|Go|To|ETP|CO2"
)
# Words that count nothing: « en 12 pour finir » may break there.
_UNCOUNTED = (
    "des|les|aux|par|sur|pour|dans|elle|elles|ils|est|sont|qui|que|dont|mais|avec|sans|chez"
)
_COUNTED = rf"(?!(?:{_UNCOUNTED})\b)[a-zà-öø-ÿœ]{{3}}"
_GROUPS = re.compile(
    rf"(?<![\d.,])(?<!\d{_SPACE})\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?!{_SPACE}\d)"
)
_ORDINAL = rf"(?:\d{{1,4}}|[IVX]{{1,6}}){INLINE}?(?:ers?|res?|es?){INLINE}?"
_NO_BREAK = re.compile(
    rf"""
      (?<!\w)(?:{_ORDINAL}|\d{{1,3}}){_SPACE}++(?={_COUNTED})             # 1er janvier, 4 jours
    | (?<=\d),\d++{_SPACE}++(?={_COUNTED})                                # 3,5 tonnes
    | (?<=\d){_SPACE}++(?=(?:{_UNITS})(?![\w'’]))                         # 3 kg
    | (?<=\d)(?=[%€](?!\w))                                               # 50%
    | (?<=\d{_SPACE}h){_SPACE}++(?=\d)                                    # 14 h 30
    | (?<!\w)(?:[nN]°{_SPACE}*+(?=\d)                                     # n° 3
        |(?:pp?\.|art\.|chap\.|fig\.|vol\.|§){_SPACE}++(?=[\dIVX])        # p. 12
        |(?:MM?\.|M(?:me|lle)s?|Dr|Pr|Me|Ste?){_SPACE}++(?=[A-ZÀ-ÖØ-ÞŒ])) # M. Dupont
    """,
    re.VERBOSE,
)


def set_spaces(text: str) -> str:
    """Return the text with a no-break space wherever a line may not end."""
    text = _FORGOTTEN.sub(lambda sign: _space_before(sign[0]) + sign[0], text)
    text = _BEFORE_SIGN.sub(
        lambda found: _tightened(found[1], _space_before(found[2])) + found[2], text
    )
    if "«" in text or "»" in text:
        text = _AFTER_OPENING.sub(lambda found: f"«{NBSP}{_SPACES.sub('', found[1])}", text)
        text = _BEFORE_CLOSING.sub(lambda found: _tightened(found[1], NBSP, NBSP) + "»", text)
    text = _GROUPS.sub(lambda number: number[0].replace(" ", NBSP), text)
    return _NO_BREAK.sub(lambda found: _SPACES.sub("", found[0]) + NBSP, text)


def _space_before(sign: str) -> str:
    return NBSP if sign == ":" else FINE_SPACE


def _tightened(run: str, space: str, otherwise: str = "") -> str:
    """Return a run of spaces and tags with one space, where there was one or `otherwise`."""
    before, *after = _SPACES.split(run, maxsplit=1)
    return before + space + _SPACES.sub("", after[0]) if after else run + otherwise
