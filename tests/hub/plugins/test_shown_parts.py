"""What plugins add to heads and under lists; one that raises costs its own part and no more."""

from types import ModuleType

import pytest

from hub.plugins import HeadLink, ListSection, hookimpl
from hub.plugins.checks import check_plugins
from hub.plugins.enabling import Plugin
from hub.plugins.testing import using_plugin
from tests import factories

pytestmark = pytest.mark.django_db


def fail(*args):
    raise RuntimeError("out of order")


def plugin(name, **hooks):
    module = ModuleType(name)
    for hook, declared in hooks.items():
        setattr(module, hook, hookimpl(lambda declared=declared: declared))
    return Plugin(name, module)


@pytest.fixture
def page(home, search_index):
    """The list of fiches, with one."""
    made = factories.InitiativeIndexPageFactory()
    factories.InitiativePageFactory()
    search_index()
    return made


def test_one_that_raises_is_named_in_the_log_and_the_others_stay(client, page, caplog):
    kinds = frozenset({"initiative"})
    template = "search/_suggestions.html"
    broken = plugin(
        "broken",
        head_links=[HeadLink("broken", "text/x", fail)],
        list_sections=[ListSection("broken", template, kinds, fail)],
    )
    sound = plugin(
        "sound",
        head_links=[HeadLink("sound", "text/x", lambda *asked: f"{asked[2]}#x")],
        list_sections=[ListSection("sound", template, kinds, lambda shown: {})],
    )
    with using_plugin(broken, sound):
        text = client.get("/initiatives/?q=&page=1").content.decode()
        elsewhere = client.get("/recherche/").content.decode()
    assert text.count('type="text/x"') == 1
    assert 'href="http://localhost/initiatives/#x"' in text
    assert text.count("search/suggestions.js") == elsewhere.count("search/suggestions.js") + 1
    assert "Plugin “broken”: its link “broken” raises." in caplog.text
    assert "Plugin “broken”: its section “broken” raises." in caplog.text


@pytest.mark.parametrize(
    ("hook", "declared"),
    [
        ("head_links", HeadLink("foreign", "text/x", lambda *asked: "")),
        ("list_sections", ListSection("foreign", "x.html", frozenset(), lambda shown: {})),
    ],
)
def test_a_name_is_that_of_the_plugin(hook, declared):
    with using_plugin(plugin("wall", **{hook: [declared]})):
        assert [one.id for one in check_plugins()] == ["hub.E109"]
