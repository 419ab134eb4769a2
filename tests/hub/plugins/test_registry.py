"""What plugins bring is collected once, in order, and a bad one is left out."""

from types import ModuleType

import pytest
from django.urls import path
from wagtail.blocks import CharBlock

from hub.plugins import BlockSpec, Composition, hookimpl
from hub.plugins.checks import check_plugins
from hub.plugins.config import HubPluginConfig, plugin_setting
from hub.plugins.enabling import Enabled, Plugin
from hub.plugins.registry import contributed_blocks, contributed_urls


@pytest.fixture
def enabled(settings):
    """Enable plugins made of functions; the registry is collected anew, then forgotten."""

    def enable(**hooks_by_plugin):
        plugins = []
        for name, hooks in sorted(hooks_by_plugin.items()):
            module = ModuleType(name)
            for hook, given in hooks.items():
                setattr(module, hook, hookimpl(given))
            plugins.append(Plugin(name, module))
        settings.HUB_ENABLED_PLUGINS = Enabled(tuple(plugins))
        forget()

    yield enable
    forget()


def forget():
    contributed_blocks.cache_clear()
    contributed_urls.cache_clear()


def bring(*names, **options):
    return {"stream_blocks": lambda: [BlockSpec(name, CharBlock(), **options) for name in names]}


def numbers():
    return sorted(message.id for message in check_plugins())


def test_a_block_stands_in_the_compositions_that_it_names(enabled):
    enabled(wall=bring("wall_quote", within=frozenset({Composition.STORY})))
    assert [name for name, _ in contributed_blocks().within(Composition.STORY)] == ["wall_quote"]
    assert contributed_blocks().within(Composition.FICHE) == []


def test_a_block_bears_the_name_of_its_plugin(enabled):
    enabled(wall=bring("wall", "wall_quote", "walls", "text"))
    assert list(contributed_blocks().specs) == ["wall", "wall_quote"]
    assert numbers() == ["hub.E109", "hub.E109"]


def test_two_plugins_may_not_bring_the_same_block(enabled):
    enabled(wall=bring("wall_quote_a"), wall_quote=bring("wall_quote_a"))
    assert contributed_blocks().owners == {"wall_quote_a": "wall"}
    assert numbers() == ["hub.E101"]


def test_a_raising_hook_is_told_and_the_others_stay(enabled):
    enabled(broken={"stream_blocks": lambda: 1 / 0}, wall=bring("wall"))
    assert list(contributed_blocks().specs) == ["wall"]
    assert numbers() == ["hub.E108"]


def test_what_is_no_declaration_is_told(enabled):
    enabled(wall={"stream_blocks": lambda: ["wall"], "urlpatterns": lambda: ["mur/"]})
    assert contributed_blocks().specs == {}
    assert numbers() == ["hub.E108", "hub.E108"]


def test_addresses_are_those_of_each_plugin(enabled):
    enabled(wall={"urlpatterns": lambda: [path("mur/", lambda request: None)]}, other=bring())
    assert [len(patterns) for patterns in contributed_urls().patterns.values()] == [0, 1]


def test_the_registry_is_closed(enabled):
    enabled(wall=bring("wall"))
    with pytest.raises(TypeError):
        contributed_blocks().specs["other"] = None


class WallConfig(HubPluginConfig):
    plugin = "wall"
    default_settings = {"SIZE": "3"}
    required_settings = ("TOKEN",)


def test_a_setting_is_what_the_operator_gave_else_its_default(settings):
    settings.HUB_PLUGIN_SETTINGS = {"wall": {"TOKEN": "x"}}
    assert plugin_setting(WallConfig, "SIZE") == "3"
    assert plugin_setting(WallConfig, "TOKEN") == "x"
    settings.HUB_PLUGIN_SETTINGS = {"wall": {"SIZE": "9", "OTHER": "y"}}
    assert plugin_setting(WallConfig, "SIZE") == "9"
    with pytest.raises(KeyError):
        plugin_setting(WallConfig, "OTHER")
