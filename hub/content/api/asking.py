"""Parameters that a view reads by itself, beside those of its signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def reads_also(names: Callable[[], Iterable[str]]) -> Callable[[View], View]:
    """Say which parameters a view of the API reads by itself; any other one is refused."""

    def marked(view: View) -> View:
        view.reads_also = names  # type: ignore[attr-defined]
        return view

    return marked
