"""What is wrong with the enabled plugins, as numbered system checks."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from hub.plugins.config import HubPluginConfig
from hub.plugins.enabling import BUNDLED
from hub.plugins.hookspecs import API_VERSION
from hub.plugins.migrating import missing_operations
from hub.plugins.problems import INCOMPATIBLE, MISSING_SETTING, NEEDS_MIGRATION, Problem
from hub.plugins.registry import contribution_problems, enabled
from hub.plugins.roots import root_problems

CORE_APPS = frozenset(
    {"home", "initiatives", "content", "editing", "territory", "freshness", "hub_search"}
)


@register()
def check_plugins(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`hub.E101` to `E110`: see `hub.plugins.problems`."""
    return [Error(one.sentence, hint=one.hint or None, id=one.number) for one in problems()]


def problems() -> list[Problem]:
    """Return all that is wrong with the enabled plugins."""
    found = [*enabled().problems, *contribution_problems(), *root_problems()]
    for config in apps.get_app_configs():
        if isinstance(config, HubPluginConfig):
            found += _problems_of(config)
    if any(plugin.name not in BUNDLED for plugin in enabled().plugins):
        found += _core_migrations()
    return found


def _problems_of(config: HubPluginConfig) -> Iterator[Problem]:
    name = config.plugin
    try:
        fits = API_VERSION in SpecifierSet(config.api)
    except InvalidSpecifier:
        fits = False
    if not fits:
        sentence = (
            f"The plugin “{name}” asks for the plugin API {config.api}, this is {API_VERSION}."
        )
        yield Problem(INCOMPATIBLE, sentence, "Install another version of it.")
    given = settings.HUB_PLUGIN_SETTINGS.get(name, {})
    for setting in config.required_settings:
        if not given.get(setting):
            variable = f"HUB_{name.upper()}_{setting}"
            sentence = f"The plugin “{name}” needs the variable {variable}."
            yield Problem(MISSING_SETTING, sentence, f"Set {variable}, or disable the plugin.")


def _core_migrations() -> Iterator[Problem]:
    """A plugin must not make our own applications need a migration."""
    for label in missing_operations(CORE_APPS):
        sentence = f"With these plugins, the application “{label}” would need a migration."
        yield Problem(NEEDS_MIGRATION, sentence, "A plugin may not change our models.")
