"""What stands at a path of the site beside the pages of the tree, by the name of its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import Resolver404, ResolverMatch, resolve

from hub.plugins.roots import mounted_roots, pages_among
from initiatives.models import Organisation, OrganisationAlias, Scheme, Term, TermAlias
from initiatives.territories.territory import territory

PAGES_OF_THE_TREE = "wagtail_serve"


@dataclass(frozen=True)
class Standing:
    """A page of the hub that is not in the tree: what it is, and of what; `id` may be empty."""

    kind: str
    id: str = ""


@dataclass(frozen=True)
class Moved:
    """An address that leads to another one, a path, for good."""

    path: str


Found = Standing | Moved | None


def match_of(path: str) -> ResolverMatch | None:
    """Return the address of ours that a path is, pages of the tree included; None for none."""
    try:
        return resolve(path)
    except Resolver404:
        return None


def standing_at(match: ResolverMatch) -> Found:
    """Return what a public page of the hub is; None for any other address, and for nothing."""
    name = match.url_name or ""
    if read := READERS.get(name):
        return read(match.kwargs)
    is_plain = name in {"search", "territories", "accessibility", "site_plan"}
    is_of_a_plugin = name in pages_among(mounted_roots())
    return Standing(name.replace("_", "-")) if is_plain or is_of_a_plugin else None


def _vocabulary(given: Mapping[str, Any]) -> Found:
    return Standing("vocabulary", given["scheme"]) if given["scheme"] in Scheme.values else None


def _term(given: Mapping[str, Any]) -> Found:
    asked = {"scheme": given["scheme"], "slug": given["slug"]}
    if found := Term.objects.filter(**asked).order_by("pk").first():
        return Standing("term", str(found.uid))
    former = TermAlias.objects.select_related("term").filter(**asked).first()
    return Moved(former.term.get_absolute_url()) if former else None


def _organisation(given: Mapping[str, Any]) -> Found:
    if found := Organisation.objects.filter(slug=given["slug"]).order_by("pk").first():
        return Standing("organisation", str(found.uid))
    former = OrganisationAlias.objects.select_related("organisation").filter(slug=given["slug"])
    alias = former.first()
    return Moved(alias.organisation.get_absolute_url()) if alias else None


def _territory(given: Mapping[str, Any]) -> Found:
    found = territory(given["code"])
    return Standing("territory", found.code) if found else None


READERS: Mapping[str, Callable[[Mapping[str, Any]], Found]] = {
    "vocabulary": _vocabulary,
    "term": _term,
    "organisation": _organisation,
    "territory": _territory,
}
