"""The specimens, each open in a browser; a group of tests asks each of them its questions."""

import pytest
from django.core.cache import caches
from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from search.engines.memory import MemoryEngine
from search.indexing.rebuilding import rebuild
from tests.accessibility.frozen_site import ORIGIN, freeze
from tests.accessibility.in_page import FOLD, NARROW, TO_THE_TOP, WIDE
from tests.accessibility.specimens import NAMES, make_specimens
from tests.made_once import made_once
from tests.search.conftest import use as use_index


def pytest_addoption(parser):
    parser.addoption(
        "--accept-trees",
        action="store_true",
        help="write the accessibility trees of the templates instead of comparing them",
    )


@pytest.fixture(scope="session")
def site(request, tmp_path_factory):
    """The answers of the site for every specimen; the database is left as it was."""
    return made_once(tmp_path_factory, "specimens", lambda: request.getfixturevalue("frozen"))


@pytest.fixture(scope="session")
def frozen(django_db_setup, django_db_blocker):
    """Make every specimen, and keep what the site answers."""
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        pytest.MonkeyPatch.context() as patch,
    ):
        use_index(MemoryEngine(), patch)
        with disable_reference_index_auto_update():
            paths = make_specimens()
        rebuild()
        frozen = freeze(paths)
        transaction.set_rollback(True)
    for cache in caches.all():
        cache.clear()
    return frozen


@pytest.fixture(scope="session")
def visit(browser, site):
    """A visitor of the frozen site."""
    context = browser.new_context(locale="fr-FR", viewport=WIDE)
    context.route("**/*", site.answer)
    yield context
    context.close()


@pytest.fixture(scope="session", params=NAMES)
def opened(request, visit, site):
    """The tab of a specimen, opened once for all tests about it."""
    tab = visit.new_page()
    tab.set_default_timeout(3000)
    tab.goto(ORIGIN + site.paths[request.param], wait_until="load")
    yield tab
    tab.close()


@pytest.fixture
def name(opened, request):
    """The name of the specimen that is open."""
    return request.node.callspec.params["opened"]


@pytest.fixture
def page(opened):
    """A specimen as it is opened: wide, light, nothing focused, nothing unfolded."""
    opened.set_viewport_size(WIDE)
    opened.emulate_media(
        media="screen",
        color_scheme="light",
        # Else a test may look at a colour on its way to another.
        reduced_motion="reduce",
        forced_colors="none",
    )
    opened.evaluate(TO_THE_TOP)
    opened.evaluate(FOLD, False)
    return opened


@pytest.fixture
def unfolded(page):
    """A specimen with all that it folds in sight, on a telephone."""
    page.set_viewport_size(NARROW)
    page.evaluate(FOLD, True)
    return page
