"""How the organisations of a page are read."""

from typing import Any

from django.db.models import Prefetch


def organisation_links(page: Any) -> Prefetch[str, Any, Any]:
    """Return how to read the links of a page, their organisations and contacts in one query."""
    return links_of(type(page))


def links_of(model: Any) -> Prefetch[str, Any, Any]:
    """Return how to read the links of pages of a model, in one query."""
    links = model.organisation_links.rel.related_model.objects
    return Prefetch("organisation_links", links.select_related("organisation", "contact"))
