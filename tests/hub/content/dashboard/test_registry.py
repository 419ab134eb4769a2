"""The registry of panels is closed once it is read."""

import pytest
from wagtail.models import Page

from hub.content.dashboard.panel import DashboardPanel, WorkList
from hub.content.dashboard.registry import Registry


def panel(slug, order=0):
    one = WorkList(slug=slug, title=slug, empty="Rien.", items=lambda user: Page.objects.all())
    return DashboardPanel(title=slug, why="Parce que.", lists=(one,), order=order)


def test_panels_come_by_their_order():
    registry, last, first = Registry(), panel("b", order=2), panel("a", order=1)
    registry.register(last, first)
    assert registry.panels() == [first, last]


def test_a_list_is_found_by_its_slug():
    registry, one = Registry(), panel("a")
    registry.register(one)
    assert registry.work_list("a") is one.lists[0]
    assert registry.work_list("b") is None


def test_a_slug_in_use_is_refused():
    registry = Registry()
    registry.register(panel("a"))
    with pytest.raises(ValueError, match="'a'"):
        registry.register(panel("a"))


def test_an_underscore_is_left_to_plugins():
    with pytest.raises(ValueError, match="wall_a"):
        Registry().register(panel("wall_a"))


@pytest.mark.parametrize("read", [Registry.panels, lambda registry: registry.work_list("a")])
def test_nothing_is_added_after_a_reading(read):
    registry = Registry()
    read(registry)
    with pytest.raises(RuntimeError):
        registry.register(panel("a"))
