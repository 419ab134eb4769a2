"""What the enabled plugins bring: collected once, then closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from django.conf import settings
from django.urls import URLPattern, URLResolver

from hub.plugins.declarations import (
    BlockSpec,
    Composition,
    DashboardPanel,
    DocumentSpec,
    Facet,
    HeadLink,
    ListSection,
    PageSection,
    Place,
    Representation,
)
from hub.plugins.enabling import Enabled, Plugin
from hub.plugins.problems import DUPLICATE, FOREIGN_NAME, RAISES, Problem

if TYPE_CHECKING:
    from wagtail.blocks import Block

Address: TypeAlias = URLPattern | URLResolver
ADDRESSES = (URLPattern, URLResolver)
Given = TypeVar("Given")


@dataclass(frozen=True)
class Contributed(Generic[Given]):
    """What all plugins give to a hook, in their order; whose each name is; what is wrong."""

    declared: tuple[Given, ...]
    owners: Mapping[str, str]
    problems: tuple[Problem, ...]


class Blocks(Contributed[BlockSpec]):
    """The blocks of all plugins."""

    def within(self, composition: Composition) -> list[tuple[str, Block]]:
        """Return the names and blocks of a composition."""
        return [(spec.name, spec.block) for spec in self.declared if composition in spec.within]


class Sections(Contributed[PageSection]):
    """The parts of pages of all plugins."""

    def at(self, place: Place) -> list[PageSection]:
        """Return those of a place."""
        return [section for section in self.declared if section.place == place]


@dataclass(frozen=True)
class Urls:
    """The addresses of each plugin, by its name, and what is wrong."""

    patterns: Mapping[str, list[Address]]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Routers:
    """The routers of the API of each plugin, by its name, and what is wrong."""

    by_plugin: Mapping[str, list[Any]]
    problems: tuple[Problem, ...]


def enabled() -> Enabled:
    """Return the enabled plugins."""
    found: Enabled = settings.HUB_ENABLED_PLUGINS
    return found


@cache
def contributed_blocks() -> Blocks:
    """Return the blocks of the enabled plugins; a bad one is left out and told."""
    return Blocks(*_collect("stream_blocks", BlockSpec, lambda spec: [spec.name]))


@cache
def contributed_sections() -> Sections:
    """Return the sections of the enabled plugins; a bad one is left out and told."""
    return Sections(*_collect("page_sections", PageSection, lambda section: [section.name]))


@cache
def contributed_panels() -> Contributed[DashboardPanel]:
    """Return the panels of the enabled plugins; one with a bad list is left out and told."""
    return Contributed(
        *_collect(
            "dashboard_panels", DashboardPanel, lambda panel: [one.slug for one in panel.lists]
        )
    )


@cache
def contributed_documents() -> Contributed[DocumentSpec]:
    """Return the searched page types of the enabled plugins; a bad one is left out and told."""
    return Contributed(*_collect("search_documents", DocumentSpec, lambda spec: [spec.name]))


@cache
def contributed_facets() -> Contributed[Facet]:
    """Return the facets of the enabled plugins; a bad one is left out and told."""
    return Contributed(*_collect("search_facets", Facet, lambda facet: [facet.name]))


@cache
def contributed_urls() -> Urls:
    """Return the addresses of the enabled plugins; those of a bad one are left out, and told."""
    return _urls("urlpatterns")


@cache
def contributed_roots() -> Urls:
    """Return the addresses that plugins have at the root of the site; a bad one is told."""
    return _urls("root_urlpatterns")


@cache
def contributed_representations() -> Contributed[Representation]:
    """Return the other forms of results; a bad one is left out and told."""
    return Contributed(
        *_collect("representations", Representation, lambda one: [one.suffix], is_prefixed=False)
    )


@cache
def contributed_head_links() -> Contributed[HeadLink]:
    """Return the other forms that heads of pages declare; a bad one is left out and told."""
    return Contributed(*_collect("head_links", HeadLink, lambda one: [one.name]))


@cache
def contributed_list_sections() -> Contributed[ListSection]:
    """Return the parts of lists of the enabled plugins; a bad one is left out and told."""
    return Contributed(*_collect("list_sections", ListSection, lambda one: [one.name]))


@cache
def contributed_routers() -> Routers:
    """Return the routers of the API of the enabled plugins; what is none is left out, and told."""
    from ninja import Router  # reads the settings, which read this package

    problems: list[Problem] = []
    given = {one.name: _given(one, "api_routers", Router, problems) for one in enabled().plugins}
    return Routers(MappingProxyType(given), tuple(problems))


COLLECTED = (
    contributed_blocks,
    contributed_sections,
    contributed_panels,
    contributed_documents,
    contributed_facets,
    contributed_urls,
    contributed_roots,
    contributed_representations,
    contributed_head_links,
    contributed_list_sections,
    contributed_routers,
)


def contribution_problems() -> list[Problem]:
    """Return what is wrong with all that plugins contribute."""
    return [problem for collected in COLLECTED for problem in collected().problems]


def owns(plugin: str, name: str) -> bool:
    """Tell whether a name is one that a plugin may give: its own, alone or before an underscore."""
    return name == plugin or name.startswith(f"{plugin}_")


def _urls(hook: str) -> Urls:
    problems: list[Problem] = []
    patterns: dict[str, list[Address]] = {}
    for plugin in enabled().plugins:
        patterns[plugin.name] = _given(plugin, hook, ADDRESSES, problems)
    return Urls(MappingProxyType(patterns), tuple(problems))


def _collect(
    hook: str,
    kind: type[Given],
    names_of: Callable[[Given], Sequence[str]],
    *,
    is_prefixed: bool = True,
) -> tuple[tuple[Given, ...], Mapping[str, str], tuple[Problem, ...]]:
    declared: list[Given] = []
    owners: dict[str, str] = {}
    problems: list[Problem] = []
    for plugin in enabled().plugins:
        for one in _given(plugin, hook, kind, problems):
            names = names_of(one)
            foreign = [name for name in names if is_prefixed and not owns(plugin.name, name)]
            found = [_foreign(name, plugin.name, hook) for name in foreign]
            taken = [name for name in names if name in owners and name not in foreign]
            found += [_twice(name, plugin.name, hook, owners) for name in taken]
            problems += found
            if not found:
                declared.append(one)
                owners |= dict.fromkeys(names, plugin.name)
    return tuple(declared), MappingProxyType(owners), tuple(problems)


def _foreign(name: str, plugin: str, hook: str) -> Problem:
    sentence = f"The plugin “{plugin}” gives the name “{name}” in {hook}."
    return Problem(FOREIGN_NAME, sentence, f"Begin its name with “{plugin}_”.")


def _twice(name: str, plugin: str, hook: str, owners: Mapping[str, str]) -> Problem:
    brought = (
        f"“{owners[name]}” and “{plugin}” bring"
        if owners[name] != plugin
        else f"“{plugin}” brings twice"
    )
    sentence = f"{brought} the name “{name}” in {hook}."
    return Problem(DUPLICATE, sentence, "Rename one of them.")


def _given(
    plugin: Plugin, hook: str, kind: type[Given] | tuple[type[Given], ...], problems: list[Problem]
) -> list[Given]:
    try:
        given = plugin.call(hook)
    except Exception as error:  # noqa: BLE001 - whatever a stranger's code raises
        sentence = f"The plugin “{plugin.name}” raises in {hook}: {error!r}"
        problems.append(Problem(RAISES, sentence))
        return []
    wrong = [one for one in given if not isinstance(one, kind)]
    if wrong:
        sentence = f"The plugin “{plugin.name}” returns in {hook} something else: {wrong[0]!r}"
        problems.append(Problem(RAISES, sentence))
    return [one for one in given if isinstance(one, kind)]
