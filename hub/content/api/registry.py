"""How each page type is given by the API: declared by applications, read by `hub.api`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hub.content.api.schemas import PageJson

if TYPE_CHECKING:  # they read this module
    from hub.content.api.context import ApiContext
    from hub.content.api.reading import Need

    Detail = Callable[[Any, ApiContext], object]


def _no_json(page: Any, context: ApiContext) -> Mapping[str, object]:
    return {}


def _no_need(page: Any) -> Iterable[Need]:
    return ()


def _as_they_are(pages: Any, context: ApiContext) -> Iterable[Any]:
    found: Iterable[Any] = pages
    return found


@dataclass(frozen=True)
class PageResource:
    """A page type of the API: its name, its model, what describes it and what writes it.

    `write` gives what its type has beyond `PageJson`, the body left out; `schema` describes the
    whole. `read` takes a queryset of the model and returns its pages with what `write` needs of
    other tables, in a constant number of queries; `needs` says which pages, images and documents
    it shows, so that those of all pages of an answer are read together. `details` are properties
    that cost queries: they are given of one page, never in a list. `collection` is the list that
    gives pages of this type, beside that of all pages.
    """

    name: str
    model: str
    schema: type[Any] = PageJson
    write: Callable[[Any, ApiContext], Mapping[str, object]] = _no_json
    read: Callable[[Any, ApiContext], Iterable[Any]] = _as_they_are
    needs: Callable[[Any], Iterable[Need]] = _no_need
    details: Mapping[str, Detail] = field(default_factory=dict)
    collection: str = "pages"


_declared: dict[str, PageResource] = {}


def register_page(resource: PageResource) -> None:
    """Declare a page type, in `AppConfig.ready`. Raises ValueError for a name or model in use."""
    label = resource.model.lower()
    names = {one.name for one in _declared.values()}
    if label in _declared or resource.name in names:
        raise ValueError(f"The API has {resource.name!r} or {resource.model!r} already.")
    _declared[label] = resource


def resources() -> tuple[PageResource, ...]:
    """Return the declared page types, in the order of their declaration."""
    return tuple(_declared.values())


def resource_of(model_label: str) -> PageResource:
    """Return how pages of a model (`app.Model`) are given.

    Those that nobody declared, as a plugin's, give what every page does, under their label.
    """
    label = model_label.lower()
    return _declared.get(label) or PageResource(name=label, model=model_label)
