"""What the enabled plugins bring: collected once, then closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from django.conf import settings
from django.urls import URLPattern, URLResolver

from hub.plugins.declarations import BlockSpec, Composition
from hub.plugins.enabling import Enabled, Plugin
from hub.plugins.problems import DUPLICATE, FOREIGN_NAME, RAISES, Problem

if TYPE_CHECKING:
    from wagtail.blocks import Block

Address: TypeAlias = URLPattern | URLResolver
ADDRESSES = (URLPattern, URLResolver)
Given = TypeVar("Given")


@dataclass(frozen=True)
class Blocks:
    """The blocks of all plugins by their stored names, whose they are, and what is wrong."""

    specs: Mapping[str, BlockSpec]
    owners: Mapping[str, str]
    problems: tuple[Problem, ...]

    def within(self, composition: Composition) -> list[tuple[str, Block]]:
        """Return the names and blocks of a composition, in the order of the plugins."""
        found = (spec for spec in self.specs.values() if composition in spec.within)
        return [(spec.name, spec.block) for spec in found]


@dataclass(frozen=True)
class Urls:
    """The addresses of each plugin, by its name, and what is wrong."""

    patterns: Mapping[str, list[Address]]
    problems: tuple[Problem, ...]


def enabled() -> Enabled:
    """Return the enabled plugins."""
    found: Enabled = settings.HUB_ENABLED_PLUGINS
    return found


@cache
def contributed_blocks() -> Blocks:
    """Return the blocks of the enabled plugins; a bad one is left out and told."""
    specs: dict[str, BlockSpec] = {}
    owners: dict[str, str] = {}
    problems: list[Problem] = []
    for plugin in enabled().plugins:
        for spec in _given(plugin, "stream_blocks", BlockSpec, problems):
            if spec.name != plugin.name and not spec.name.startswith(f"{plugin.name}_"):
                sentence = f"The plugin “{plugin.name}” names a block “{spec.name}”."
                hint = f"Begin its name with “{plugin.name}_”."
                problems.append(Problem(FOREIGN_NAME, sentence, hint))
            elif spec.name in specs:
                sentence = f"“{owners[spec.name]}” and “{plugin.name}” bring a block “{spec.name}”."
                problems.append(Problem(DUPLICATE, sentence, "Rename one of them."))
            else:
                specs[spec.name], owners[spec.name] = spec, plugin.name
    return Blocks(MappingProxyType(specs), MappingProxyType(owners), tuple(problems))


@cache
def contributed_urls() -> Urls:
    """Return the addresses of the enabled plugins; those of a bad one are left out, and told."""
    problems: list[Problem] = []
    patterns: dict[str, list[Address]] = {}
    for plugin in enabled().plugins:
        patterns[plugin.name] = _given(plugin, "urlpatterns", ADDRESSES, problems)
    return Urls(MappingProxyType(patterns), tuple(problems))


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
