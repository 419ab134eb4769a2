"""The one shape in which every engine keeps a page: tokens, values, numbers and a place."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from hub.plugins.declarations import Described
from hub.territory.folding import fold
from search.analysis import analyse_all

NEVER = 2**62  # the expiry, in seconds, of what does not expire
MAX_SORT_LENGTH = 120
# Text fields: stems of the title and of the body, their second stems, and all words unstemmed.
TITLE, TITLE_ALT = "title", "title_alt"
BODY, BODY_ALT = "body", "body_alt"
WORDS = "words"
TEXT_FIELDS = (TITLE, TITLE_ALT, BODY, BODY_ALT, WORDS)
# Sorting: texts of which the smallest comes first.
BY_NAME, BY_DATE = "by_name", "by_date"
# Numbers of every document, besides those of facets of ranges.
EXPIRES, VERSION = "expires", "version"
POINT = "point"


@dataclass(frozen=True)
class Document:
    """What an engine keeps of a page. `uid` is its identity, `kind` the name of its type.

    `texts` has the tokens of each of `TEXT_FIELDS`, joined by spaces; `values` those of each
    facet, `numbers` those of `expires` (seconds since the epoch), `version` and facets of ranges.
    `point` is a latitude and a longitude in degrees.
    """

    uid: str
    kind: str
    version: int
    texts: Mapping[str, str]
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    by_name: str = ""
    by_date: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class Identity:
    """Which page a document stands for, in which version, and when it leaves the site."""

    uid: str
    kind: str
    version: int = 1
    expires: datetime.datetime | None = None


def make_document(page: Identity, title: str, described: Described) -> Document:
    """Return the document of a page from what it says of itself."""
    by_name = sort_key(title, page.uid)
    heading = analyse_all([title, *described.names])
    body = analyse_all(described.texts)
    return Document(
        uid=page.uid,
        kind=page.kind,
        version=page.version,
        texts={
            TITLE: heading.stems,
            TITLE_ALT: heading.alternatives,
            BODY: body.stems,
            BODY_ALT: body.alternatives,
            WORDS: f"{heading.words} _ _ _ _ {body.words}",
        },
        values={
            "type": (page.kind,),
            **{name: tuple(dict.fromkeys(given)) for name, given in described.values.items()},
        },
        numbers={
            **described.numbers,
            VERSION: page.version,
            EXPIRES: int(page.expires.timestamp()) if page.expires else NEVER,
        },
        by_name=by_name,
        by_date=_newest_first(described.day) + by_name,
        point=described.point,
    )


def sort_key(title: str, uid: str) -> str:
    """Return what sorts a title as a French dictionary does; the identity settles a tie."""
    folded = fold(unicodedata.normalize("NFC", title))[:MAX_SORT_LENGTH]
    return f"{folded} {uid}"


def _newest_first(day: datetime.date | None) -> str:
    """Return eight digits, the smaller the later the day; no day comes last."""
    return f"{99999999 - int(f'{day:%Y%m%d}'):08d}" if day else "99999999"
