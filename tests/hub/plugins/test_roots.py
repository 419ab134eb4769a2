"""Addresses at the root of the site: each plugin has its own first segment."""

from contextlib import ExitStack
from types import ModuleType

import pytest
from django.urls import include, path, re_path

from home.models import StandardPage
from hub.content.absent_check import check_hidden_pages
from hub.plugins import Representation, hookimpl
from hub.plugins.checks import check_plugins
from hub.plugins.enabling import Plugin
from hub.plugins.registry import contributed_representations
from hub.plugins.roots import mounted_roots, pages_among, root_problems
from hub.plugins.testing import using_plugin
from tests.admin_forms import send
from tests.factories import StandardPageFactory


def view(request):
    return None


@pytest.fixture
def enabled():
    """Enable plugins made of what they give to one hook."""
    with ExitStack() as stack:

        def enable(hook, **given):
            plugins = []
            for name, declared in given.items():
                module = ModuleType(name)
                setattr(module, hook, hookimpl(lambda declared=declared: declared))
                plugins.append(Plugin(name, module))
            stack.enter_context(using_plugin(*plugins))

        yield enable


def test_several_addresses_of_one_plugin_share_its_segment(enabled):
    enabled("root_urlpatterns", wall=[path("mur/", view), path("mur/<slug:one>/", view)])
    assert list(root_problems()) == []


@pytest.mark.parametrize(
    "address",
    [
        path("", view), path("", include([path("mur/", view)])), path("<slug:any>/", view),
        re_path("^mur/", view), path("recherche/mur/", view), path("vocabulaires/", view),
    ],
)  # fmt: skip
def test_an_address_that_is_unclear_or_ours_is_refused(enabled, address):
    enabled("root_urlpatterns", wall=[address])
    assert [one.id for one in check_plugins()] == ["hub.E110"]


def test_two_plugins_may_not_claim_one_segment(enabled):
    enabled("root_urlpatterns", wall=[path("mur/", view)], other=[path("mur/autre/", view)])
    [problem] = root_problems()
    assert problem.number == "hub.E110"
    assert "“other” and “wall” claim the address /mur/" in problem.sentence


def test_two_plugins_may_not_bring_one_suffix_and_its_name_is_free(enabled):
    form = Representation("csv", "text/csv", "CSV", lambda selection: [])
    enabled("representations", wall=[form], other=[form])
    assert contributed_representations().declared == (form,)
    assert [one.id for one in check_plugins()] == ["hub.E101"]


@pytest.mark.parametrize("suffix", ["", ".csv", "a/b", "é", "CSV"])
def test_a_suffix_is_made_of_letters_and_digits(suffix):
    with pytest.raises(ValueError, match="suffix"):
        Representation(suffix, "text/csv", "CSV", lambda selection: [])


def test_the_map_is_a_page_at_the_root():
    assert pages_among(mounted_roots()) == ["map"]


@pytest.mark.django_db
def test_a_page_under_the_home_page_may_not_take_the_address_of_a_plugin(client, editor, home):
    page = StandardPageFactory(parent=home, slug="infos")
    client.force_login(editor)
    address = f"/admin/pages/{page.pk}/edit/"
    answer = send(client, address, StandardPage, slug="carte")
    assert "Cette adresse est celle d’un module du site." in answer.content.decode()
    page.slug = "carte"
    page.save(clean=False)
    [caution] = check_hidden_pages(databases=["default"])
    assert caution.id == "hub.W111"
    below = StandardPageFactory(parent=page, slug="carte")
    assert below.url == "/carte/carte/"
    assert len(check_hidden_pages(databases=["default"])) == 1
