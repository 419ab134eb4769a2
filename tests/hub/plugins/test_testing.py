"""The conformance suite finds what it looks for."""

from types import ModuleType

import pytest
from django.contrib.auth import get_user_model
from wagtail.blocks import CharBlock, StructBlock

from hub.plugins import BlockSpec, DashboardPanel, PageSection, Place, WorkList, hookimpl
from hub.plugins.enabling import Plugin
from hub.plugins.testing import PAGE_TYPES, PluginConformance, using_plugin


class Broken(StructBlock):
    words = CharBlock()

    class Meta:
        icon = "placeholder"
        preview_value = {"words": "Oui"}

    def render(self, value, context=None):
        return value["words"].upper()

    def api_value(self, fields, ctx):
        return fields["absent"]


def block():
    return [BlockSpec("wall_quote", Broken())]


def for_anybody():
    one = WorkList(
        "wall_list", "Mur", "Rien.", lambda user: get_user_model().objects.order_by("pk")
    )
    return [DashboardPanel("Mur", "Parce que.", (one,), order=1)]


def without_template():
    return [PageSection("wall", Place.HOME_END, "hub_wall/absent.html")]


def foreign():
    return [BlockSpec("quote", Broken())]


def suite(**hooks):
    """Return the suite of a plugin made of functions, and how to enable it."""
    module = ModuleType("wall")
    for name, function in hooks.items():
        setattr(module, name, hookimpl(function))
    found = type("Suite", (PluginConformance,), {"plugin": "wall"})()
    return found, using_plugin(Plugin("wall", module))


def test_every_place_has_a_type_of_page():
    assert set(PAGE_TYPES) == set(Place)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hook", "given", "test", "reason"),
    [
        (
            "stream_blocks",
            block,
            "test_each_block_is_described_and_shows_its_preview",
            "wall_quote",
        ),
        ("stream_blocks", block, "test_each_block_shows_an_empty_value", "upper"),
        ("stream_blocks", block, "test_each_block_has_an_api_form", "absent"),
        ("stream_blocks", foreign, "test_it_is_enabled_and_nothing_is_wrong", "hub.E109"),
        (
            "dashboard_panels",
            for_anybody,
            "test_each_list_of_the_dashboard_counts",
            "shown to anybody",
        ),
        (
            "page_sections",
            without_template,
            "test_each_section_is_shown_at_its_place",
            "absent.html",
        ),
        ("stream_blocks", block, "test_its_configuration_names_it", "No HubPluginConfig"),
    ],
)
def test_what_breaks_the_contract_is_found(hook, given, test, reason):
    found, enabled = suite(**{hook: given})
    with enabled, pytest.raises(Exception, match=reason):
        getattr(found, test)()


@pytest.mark.django_db
def test_a_plugin_that_brings_nothing_wrong_passes():
    found, enabled = suite(stream_blocks=block)
    with enabled:
        found.test_disabling_it_loses_no_content()
        found.test_its_migrations_are_complete()
        found.test_its_files_stand_under_its_name()
