"""A search that staff keep: pasted as an address, stored in its canonical form."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.urls import reverse

from search.page.forms import SearchForm
from search.query import SearchQuery
from search.registry import TYPE, registry
from search.representations.lists import marked_list

NO_SEARCH = (
    "Cette adresse ne cherche rien : faites la recherche sur le site, puis collez ici l’adresse de "
    "la page de résultats."
)


class SavedSearchError(ValueError):
    """An address that is no search; its text is a French sentence for the editor."""


def read_saved(text: str) -> SearchQuery:
    """Return the search of an address of the site, or of its parameters alone; at its first page.

    The address of a list stands for the type that it lists, as it does for a visitor.
    Raises SavedSearchError for an address that is none, asks for nothing, or names what is not.
    """
    try:
        address = urlsplit(text.strip())
    except ValueError as error:
        raise SavedSearchError(NO_SEARCH) from error
    path = address.path if address.query else ""
    parameters = address.query or address.path.lstrip("?")
    form = SearchForm.from_query_string(parameters)
    if form.problems:
        raise SavedSearchError(" ".join(problem.detail for problem in form.problems))
    query = form.query.at_page(1)
    kind = _kind_of_list(path)
    if kind and not query.values(TYPE):
        query = query.with_values(TYPE, [kind])
    if not query.narrows:
        raise SavedSearchError(NO_SEARCH)
    return query


def saved_address(query: SearchQuery) -> str:
    """Return where a visitor finds all that a search answers."""
    return f"{reverse('search')}?{query.to_query_string()}"


def _kind_of_list(path: str) -> str:
    """Return the type whose list has this address, empty where it is another."""
    names = {f"/{spec.plural}/": spec.name for spec in registry.documents.values()}
    listed = marked_list(path) if path.startswith("/") else None
    kinds = dict(listed.preset).get(TYPE, ()) if listed else ()
    return kinds[0] if len(kinds) == 1 else names.get(path, "")
