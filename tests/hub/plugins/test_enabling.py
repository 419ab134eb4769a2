"""HUB_PLUGINS names plugins; whatever is wrong is told with a number, and raises nothing."""

from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from hub.plugins import enabling, hookimpl
from hub.plugins.enabling import DEFAULT, enable


def offer(monkeypatch, **modules):
    """Let installed packages bring these plugins."""
    points = []
    for name, module in modules.items():
        monkeypatch.setitem(__import__("sys").modules, f"outside_{name}", module)
        points.append(EntryPoint(name, f"outside_{name}", "hub"))
    monkeypatch.setattr(enabling, "entry_points", lambda group: points)


def module_with(**functions):
    module = ModuleType("outside")
    for name, function in functions.items():
        setattr(module, name, hookimpl(function))
    return module


def numbers(found):
    return [problem.number for problem in found.problems]


def test_the_plugins_that_come_with_the_hub_are_enabled_by_default():
    found = enable(DEFAULT)
    assert [plugin.name for plugin in found.plugins] == [
        "exports",
        "feeds",
        "integration",
        "linked_data",
        "map",
        "video",
    ]
    assert found.apps == (
        "hub.contrib.exports",
        "hub.contrib.feeds",
        "hub.contrib.integration",
        "hub.contrib.linked_data",
        "hub.contrib.map",
        "hub.contrib.video",
    )
    assert found.problems == ()


@pytest.mark.parametrize("text", ["", " ", ",", " , ,"])
def test_none_is_enabled_by_an_empty_text(text):
    assert enable(text).plugins == ()


def test_an_unknown_name_is_told_with_those_that_are_known(monkeypatch):
    offer(monkeypatch)
    (problem,) = enable("vidéo").problems
    known = "Known plugins: exports, feeds, integration, linked_data, map, video."
    assert (problem.number, problem.hint) == ("hub.E106", known)


def test_a_name_given_twice_is_told_and_the_plugin_is_enabled_once():
    found = enable("video, video")
    assert numbers(found) == ["hub.E101"]
    assert len(found.plugins) == 1


def test_plugins_are_in_the_order_of_their_names(monkeypatch):
    offer(monkeypatch, zebra=module_with(), abacus=module_with())
    assert [one.name for one in enable("zebra,video,abacus").plugins] == [
        "abacus",
        "video",
        "zebra",
    ]


def test_two_packages_may_not_bring_the_same_name(monkeypatch):
    offer(monkeypatch, video=module_with())
    assert numbers(enable("video")) == ["hub.E101"]


def test_a_misspelt_hook_is_told(monkeypatch):
    offer(monkeypatch, wall=module_with(stream_block=lambda: ()))
    (problem,) = enable("wall").problems
    assert problem.number == "hub.E107"
    assert "stream_block" in problem.sentence


def test_an_argument_that_the_hook_does_not_give_is_told(monkeypatch):
    offer(monkeypatch, wall=module_with(stream_blocks=lambda field: ()))
    assert numbers(enable("wall")) == ["hub.E107"]


def test_a_plugin_that_raises_is_told_and_the_others_are_enabled(monkeypatch):
    def broken():
        raise RuntimeError("en panne")

    offer(monkeypatch, wall=module_with(installed_apps=broken))
    found = enable("wall,video")
    assert numbers(found) == ["hub.E108"]
    assert "en panne" in found.problems[0].sentence
    assert [plugin.name for plugin in found.plugins] == ["video"]


def test_the_settings_of_a_plugin_are_the_variables_that_bear_its_name():
    found = enable("video").settings_from(
        {"HUB_VIDEO_HOST": "a", "HUB_DATA": "b", "HUB_VIDEOS": "c"}
    )
    assert found == {"video": {"HOST": "a"}}
