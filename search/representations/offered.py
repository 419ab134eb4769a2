"""The other forms that a list offers of its results."""

from __future__ import annotations

from dataclasses import dataclass

from hub.plugins import Representation
from hub.plugins.registry import contributed_representations
from search.query import Filters
from search.registry import TYPE


@dataclass(frozen=True)
class Offer:
    """A form of the results that are shown: its name, its type, its address."""

    label: str
    media_type: str
    address: str


def representation_of(suffix: str, preset: Filters) -> Representation | None:
    """Return the form with this suffix, where a list of this preset has it."""
    return next((one for one in _possible(preset) if one.suffix == suffix), None)


def offers(path: str, parameters: str, preset: Filters) -> list[Offer]:
    """Return the forms of the results of a list at `path`, asked by canonical parameters."""
    base, asked = path.rstrip("/"), f"?{parameters}" if parameters else ""
    return [
        Offer(one.label, one.media_type, f"{base}.{one.suffix}{asked}") for one in _possible(preset)
    ]


def _possible(preset: Filters) -> list[Representation]:
    types = set(dict(preset).get(TYPE, ()))
    every = contributed_representations().declared
    return [one for one in every if not (types and one.kinds) or types & one.kinds]
