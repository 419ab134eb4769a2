"""Which properties of the items are asked for: `fields=title,summary`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NotRequired, get_origin, get_type_hints

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.problems import Fault, RefusedError
from hub.content.text import quoted

PARAMETER = "fields"
ALWAYS = "id"
BODY = "body"
MOST = 100  # names


def names_of(schema: type[Any]) -> frozenset[str]:
    """Return the names of the properties that a schema has."""
    return frozenset(schema.__annotations__)


def read_fields(text: str, known: Collection[str]) -> frozenset[str] | None:
    """Return the properties that are asked for, None for all but the body.

    Raises RefusedError for a name that is not known.
    """
    asked = [one.strip() for one in text.split(",")[: MOST + 1] if one.strip()]
    if not asked:
        return None
    unknown = [one for one in asked if one not in known]
    if unknown or len(asked) > MOST:
        names = ", ".join(sorted(known))
        wrong = quoted(unknown[0] if unknown else text)
        sentence = f"{wrong} n’est pas une propriété de ces éléments, qui sont : {names}."
        raise RefusedError(Fault(PARAMETER, text, sentence))
    return frozenset({ALWAYS, *asked})


def kept(item: Mapping[str, object], fields: frozenset[str] | None) -> Mapping[str, object]:
    """Return what is asked for of an item."""
    if fields is None:
        return item
    return {name: value for name, value in item.items() if name in fields}


def partial(schema: type[Any]) -> type[Any]:
    """Return the schema of an item of which some properties alone may be given."""
    hints = get_type_hints(schema, include_extras=True)
    given = {
        name: hint if name == ALWAYS or get_origin(hint) is NotRequired else NotRequired[hint]
        for name, hint in hints.items()
    }
    described = f"{schema.__doc__} Dans une liste, « fields » choisit ses propriétés."
    return shape(f"{schema.__name__.removesuffix('Json')}Item", given, described)


def shape(name: str, hints: Mapping[str, Any], described: str) -> type[Any]:
    """Return a schema that is made from others: its name, its properties, what it says."""
    make: Any = TypedDict
    made: type[Any] = make(name, dict(hints))
    made.__doc__ = described
    return made
