"""The base of a plugin's application."""

from collections.abc import Mapping
from typing import ClassVar

from django.apps import AppConfig
from django.conf import settings


class HubPluginConfig(AppConfig):
    """What a plugin asks of the hub, and the settings that it reads.

    A setting is the environment variable `HUB_<PLUGIN>_<NAME>`, always a text.
    """

    plugin: ClassVar[str]
    api: ClassVar[str] = ">=1,<2"  # a range of API versions, as in PEP 440
    default_settings: ClassVar[Mapping[str, str]] = {}
    required_settings: ClassVar[tuple[str, ...]] = ()

    # Django must choose the plugin's own class, not this one beside it in the same module.
    default = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.default = True


def plugin_setting(config: type[HubPluginConfig], name: str) -> str:
    """Return a setting of a plugin: what the operator gave, else its default.

    Raises KeyError for a setting that the plugin does not declare, or that nobody gave.
    """
    given: Mapping[str, str] = settings.HUB_PLUGIN_SETTINGS.get(config.plugin, {})
    if name in given and (name in config.default_settings or name in config.required_settings):
        return given[name]
    return config.default_settings[name]
