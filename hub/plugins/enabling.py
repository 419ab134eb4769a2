"""Finds the plugins that `HUB_PLUGINS` names. Runs while the settings are read: no model here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import cast

import pluggy

from hub.plugins import hookspecs
from hub.plugins.problems import BAD_HOOK, DUPLICATE, RAISES, UNKNOWN, Problem

GROUP = "hub"
BUNDLED: Mapping[str, str] = {
    "exports": "hub.contrib.exports.plugin",
    "feeds": "hub.contrib.feeds.plugin",
    "integration": "hub.contrib.integration.plugin",
    "linked_data": "hub.contrib.linked_data.plugin",
    "map": "hub.contrib.map.plugin",
    "video": "hub.contrib.video.plugin",
}
DEFAULT = ",".join(BUNDLED)


@dataclass(frozen=True)
class Plugin:
    """An enabled plugin; `version` is that of its package, empty for one that comes with us."""

    name: str
    module: ModuleType
    version: str = ""

    def call(self, hook: str) -> list[object]:
        """Return what the plugin gives to a hook, nothing where it has none.

        Raises whatever the plugin raises.
        """
        given = getattr(manager_of(self).hook, hook)()
        return [one for answer in given for one in answer]

    @property
    def hooks(self) -> list[str]:
        """The names of the hooks that it implements."""
        return sorted(caller.name for caller in manager_of(self).get_hookcallers(self.module) or ())


@dataclass(frozen=True)
class Enabled:
    """The plugins in the order of their names, what the settings take of them, what is wrong."""

    plugins: tuple[Plugin, ...] = ()
    apps: tuple[str, ...] = ()
    embed_finders: tuple[Mapping[str, object], ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def settings_from(self, environment: Mapping[str, str]) -> dict[str, dict[str, str]]:
        """Return the variables `HUB_<PLUGIN>_<NAME>` of each plugin, by plugin and name."""
        return {
            plugin.name: {
                key.removeprefix(prefix): value
                for key, value in environment.items()
                if key.startswith(prefix := f"HUB_{plugin.name.upper()}_")
            }
            for plugin in self.plugins
        }


@cache
def manager_of(plugin: Plugin) -> pluggy.PluginManager:
    """Return a manager that holds this plugin alone: one cannot break the hooks of another.

    Raises PluginValidationError for a hook that does not exist, or takes other arguments.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin.module, plugin.name)
    manager.check_pending()
    return manager


def enable(text: str) -> Enabled:
    """Return the plugins that a comma-separated text names; what is wrong is told, never raised."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    problems = [
        Problem(DUPLICATE, f"HUB_PLUGINS names the plugin “{name}” twice.", "Name it once.")
        for name, count in Counter(names).items()
        if count > 1
    ]
    offered = _offered()
    plugins: list[Plugin] = []
    apps: list[str] = []
    finders: list[Mapping[str, object]] = []
    for name in sorted(set(names)):
        loaded = _load(name, offered)
        if isinstance(loaded, Problem):
            problems.append(loaded)
            continue
        plugins.append(loaded.plugin)
        apps += loaded.apps
        finders += loaded.embed_finders
    return Enabled(tuple(plugins), tuple(dict.fromkeys(apps)), tuple(finders), tuple(problems))


@dataclass(frozen=True)
class _Loaded:
    plugin: Plugin
    apps: list[str]
    embed_finders: list[Mapping[str, object]]


def offered_names() -> frozenset[str]:
    """Return the names of all plugins that are installed, ours among them."""
    return frozenset({*BUNDLED, *_offered()})


def _offered() -> dict[str, list[EntryPoint]]:
    offered: dict[str, list[EntryPoint]] = {}
    for point in entry_points(group=GROUP):
        offered.setdefault(point.name, []).append(point)
    return offered


def _load(name: str, offered: Mapping[str, list[EntryPoint]]) -> _Loaded | Problem:
    points = offered.get(name, [])
    if len(points) + (name in BUNDLED) > 1:
        packages = [point.dist.name if point.dist else point.value for point in points]
        packages += ["hub"] if name in BUNDLED else []
        sentence = f"Several packages bring a plugin “{name}”: {', '.join(sorted(packages))}."
        return Problem(DUPLICATE, sentence, "Uninstall one of them.")
    if not points and name not in BUNDLED:
        known = ", ".join(sorted({*BUNDLED, *offered}))
        sentence = f"HUB_PLUGINS names “{name}”, which no installed package brings."
        return Problem(UNKNOWN, sentence, f"Known plugins: {known}.")
    try:
        module = import_module(BUNDLED[name]) if name in BUNDLED else points[0].load()
        version = points[0].dist.version if points and points[0].dist else ""
        plugin = Plugin(name, module, version)
        apps = [str(app) for app in plugin.call("installed_apps")]
        return _Loaded(plugin, apps, [dict(one) for one in _mappings(plugin)])
    except pluggy.PluginValidationError as error:
        return Problem(BAD_HOOK, f"The plugin “{name}” declares a hook that is not one: {error}")
    except Exception as error:  # noqa: BLE001 - whatever a stranger's code raises
        return Problem(RAISES, f"The plugin “{name}” cannot be loaded: {error!r}")


def _mappings(plugin: Plugin) -> Iterable[Mapping[str, object]]:
    return cast("Iterable[Mapping[str, object]]", plugin.call("embed_finders"))
