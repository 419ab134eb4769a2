"""The other forms that a list offers of its results, and a page of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hub.plugins import Representation
from hub.plugins.registry import contributed_representations
from search.query import Filters
from search.registry import TYPE


@dataclass(frozen=True)
class Offer:
    """A form of what is shown: its suffix, its name, its type without parameters, its address."""

    suffix: str
    label: str
    media_type: str
    address: str


def representation_of(suffix: str, preset: Filters) -> Representation | None:
    """Return the form with this suffix, where a list of this preset has it."""
    return next((one for one in _possible(preset) if one.suffix == suffix), None)


def representation_of_page(suffix: str, page: Any) -> Representation | None:
    """Return the form with this suffix, where this page has it at its own address."""
    return next((one for one in _of_page(page) if one.suffix == suffix), None)


def offers(path: str, parameters: str, filters: Filters) -> list[Offer]:
    """Return the forms of the results of a list at `path`, asked by canonical parameters.

    `filters` are those in force: a form of other types than theirs is left out.
    """
    return [_offer(one, path, parameters) for one in _possible(filters)]


def offers_of_page(page: Any, path: str) -> list[Offer]:
    """Return the forms that a page offers: those of its list where it is one, else its own."""
    preset: Filters | None = getattr(page, "preset", None)
    forms = _of_page(page) if preset is None else _possible(preset)
    return [_offer(one, path) for one in forms]


def _offer(form: Representation, path: str, parameters: str = "") -> Offer:
    asked = f"?{parameters}" if parameters else ""
    address = f"{path.rstrip('/')}.{form.suffix}{asked}"
    return Offer(form.suffix, form.label, form.media_type.partition(";")[0], address)


def _possible(filters: Filters) -> list[Representation]:
    types = set(dict(filters).get(TYPE, ()))
    every = contributed_representations().declared
    return [one for one in every if not (types and one.kinds) or types & one.kinds]


def _of_page(page: Any) -> list[Representation]:
    every = contributed_representations().declared
    return [one for one in every if one.of_page and one.of_page(page)]
