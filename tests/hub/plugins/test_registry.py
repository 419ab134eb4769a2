"""What plugins bring is collected once, in order, and a bad one is left out."""

from contextlib import ExitStack
from types import ModuleType

import pytest
from django.urls import path
from wagtail.blocks import CharBlock

from hub.plugins import (
    BlockSpec,
    Composition,
    DashboardPanel,
    PageSection,
    Place,
    WorkList,
    hookimpl,
)
from hub.plugins.checks import check_plugins
from hub.plugins.config import HubPluginConfig, plugin_setting
from hub.plugins.enabling import Plugin
from hub.plugins.registry import (
    contributed_blocks,
    contributed_panels,
    contributed_sections,
    contributed_urls,
)
from hub.plugins.testing import using_plugin


@pytest.fixture
def enabled():
    """Enable plugins made of functions."""
    with ExitStack() as stack:

        def enable(**hooks_by_plugin):
            plugins = []
            for name, hooks in hooks_by_plugin.items():
                module = ModuleType(name)
                for hook, given in hooks.items():
                    setattr(module, hook, hookimpl(given))
                plugins.append(Plugin(name, module))
            stack.enter_context(using_plugin(*plugins))

        yield enable


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
    assert list(contributed_blocks().owners) == ["wall", "wall_quote"]
    assert numbers() == ["hub.E109", "hub.E109"]


def test_two_plugins_may_not_bring_the_same_block(enabled):
    enabled(wall=bring("wall_quote_a"), wall_quote=bring("wall_quote_a"))
    assert contributed_blocks().owners == {"wall_quote_a": "wall"}
    assert numbers() == ["hub.E101"]


def test_a_raising_hook_is_told_and_the_others_stay(enabled):
    enabled(broken={"stream_blocks": lambda: 1 / 0}, wall=bring("wall"))
    assert list(contributed_blocks().owners) == ["wall"]
    assert numbers() == ["hub.E108"]


def test_what_is_no_declaration_is_told(enabled):
    enabled(wall={"stream_blocks": lambda: ["wall"], "urlpatterns": lambda: ["mur/"]})
    assert contributed_blocks().declared == ()
    assert numbers() == ["hub.E108", "hub.E108"]


def test_addresses_are_those_of_each_plugin(enabled):
    enabled(wall={"urlpatterns": lambda: [path("mur/", lambda request: None)]}, other=bring())
    assert [len(patterns) for patterns in contributed_urls().patterns.values()] == [0, 1]


def section(name, place=Place.HOME_END):
    return PageSection(name, place, "wall.html")


def panel(*slugs):
    lists = tuple(WorkList(slug, slug, "Rien.", lambda user: None) for slug in slugs)
    return DashboardPanel("Mur", "Parce que.", lists, order=1)


def test_sections_come_at_their_place_in_the_order_of_the_plugins(enabled):
    enabled(
        wall={"page_sections": lambda: [section("wall"), section("wall_x", Place.EVENT_END)]},
        abacus={"page_sections": lambda: [section("abacus")]},
    )
    assert [one.name for one in contributed_sections().at(Place.HOME_END)] == ["abacus", "wall"]
    assert [one.name for one in contributed_sections().at(Place.EVENT_END)] == ["wall_x"]


def test_a_section_at_no_place_is_told(enabled):
    enabled(wall={"page_sections": lambda: [section("wall", "attic")]})
    assert numbers() == ["hub.E108"]


def test_a_section_and_a_list_bear_the_name_of_their_plugin(enabled):
    enabled(
        wall={
            "page_sections": lambda: [section("home")],
            "dashboard_panels": lambda: [panel("wall_a"), panel("wall_b", "mes-brouillons")],
        }
    )
    assert contributed_sections().declared == ()
    assert [one.lists[0].slug for one in contributed_panels().declared] == ["wall_a"]
    assert numbers() == ["hub.E109", "hub.E109"]


def test_a_plugin_may_not_bring_the_same_list_twice(enabled):
    enabled(wall={"dashboard_panels": lambda: [panel("wall_a"), panel("wall_a")]})
    assert len(contributed_panels().declared) == 1
    assert numbers() == ["hub.E101"]


def test_outside_the_block_plugins_are_as_they_were():
    before = contributed_blocks().owners
    with using_plugin():
        assert contributed_blocks().owners == {}
    assert contributed_blocks().owners == before


def test_the_registry_is_closed(enabled):
    enabled(wall=bring("wall"))
    with pytest.raises(TypeError):
        contributed_blocks().owners["other"] = None


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
