"""What plugins add to our pages at their places."""

import re
from types import ModuleType

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import mark_safe

from hub.plugins import PageSection, Place, hookimpl
from hub.plugins.enabling import Plugin
from hub.plugins.testing import using_plugin
from initiatives.models import InitiativePage
from tests import factories

# Any template of ours serves: what it is given is what matters here.
TEMPLATE = "components/empty.html"
PAGES = {
    Place.HOME_END: factories.HomePageFactory,
    Place.PAGE_END: factories.StandardPageFactory,
    Place.FICHE_TEXT: factories.InitiativePageFactory,
    Place.FICHE_SIDE: factories.InitiativePageFactory,
    Place.STORY_END: factories.LaureateStoryPageFactory,
    Place.EVENT_END: factories.EventPageFactory,
    Place.REPORT_END: factories.EventReportPageFactory,
    Place.VIDEO_END: factories.VideoPageFactory,
    Place.PUBLICATION_END: factories.PublicationPageFactory,
}


def plugin(name, *sections):
    module = ModuleType(name)
    module.page_sections = hookimpl(lambda: sections)
    return Plugin(name, module)


def saying(text):
    return lambda page: {"text": f"{text} {page.title}", "url": "/", "label": text}


def broken(page):
    raise RuntimeError("en panne")


def test_every_place_stands_in_a_template_and_every_template_names_a_place():
    named = {
        place
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        for place in re.findall(r'{% plugin_sections "(\w+)" %}', path.read_text(encoding="utf-8"))
    }
    assert named == {place.value for place in Place}


@pytest.mark.django_db
@pytest.mark.parametrize("place", Place)
def test_a_section_is_shown_at_its_place(client, home, place):
    page = PAGES[place]() if place is not Place.HOME_END else home
    section = PageSection("wall", place, TEMPLATE, saying("Le mur de"))
    with using_plugin(plugin("wall", section)):
        html = client.get(page.url).content.decode()
    assert f"Le mur de {page.title}" in html


@pytest.mark.django_db
def test_sections_come_in_the_order_of_their_plugins(client, home):
    place = Place.HOME_END
    last = plugin("wall", PageSection("wall", place, TEMPLATE, saying("Deuxième")))
    first = plugin("abacus", PageSection("abacus", place, TEMPLATE, saying("Premier")))
    with using_plugin(last, first):
        html = client.get(home.url).content.decode()
    assert html.index("Premier") < html.index("Deuxième")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "bad",
    [
        PageSection("wall_bad", Place.HOME_END, TEMPLATE, broken),
        PageSection("wall_bad", Place.HOME_END, "hub_wall/absent.html"),
        PageSection("wall_bad", Place.HOME_END, TEMPLATE, lambda page: None),
    ],
    ids=["raises", "no template", "no mapping"],
)
def test_a_raising_section_is_left_out_and_named_in_the_log(client, home, caplog, bad):
    good = PageSection("wall_good", Place.HOME_END, TEMPLATE, saying("Toujours là"))
    with using_plugin(plugin("wall", bad, good)):
        response = client.get(home.url)
    assert response.status_code == 200
    assert "Toujours là" in response.content.decode()
    (message,) = [one.getMessage() for one in caplog.records if one.name == "hub.content.sections"]
    assert message == "Plugin “wall”: its section “wall_bad” raises."


@pytest.mark.django_db
def test_what_a_section_reads_is_read_once_for_a_page(home):
    asked = []

    def count(page):
        asked.append(page.pk)
        return {"text": f"{InitiativePage.objects.count()} fiches", "url": "/", "label": "Fiches"}

    page = factories.StandardPageFactory()
    section = PageSection("wall", Place.PAGE_END, TEMPLATE, count)
    with using_plugin(plugin("wall", section)):
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                html = page.make_preview_request().render().content.decode()
    assert "0\xa0fiches" in html
    assert asked == [page.pk]
    assert not [one for one in queries.captured_queries if "COUNT" in one["sql"]]


@pytest.mark.django_db
def test_a_section_writes_what_its_template_escapes(client, home):
    given = {"text": "<b>gras</b>", "url": "/", "label": mark_safe("sûr")}
    section = PageSection("wall", Place.HOME_END, TEMPLATE, lambda page: given)
    with using_plugin(plugin("wall", section)):
        html = client.get(home.url).content.decode()
    assert "&lt;b&gt;gras&lt;/b&gt;" in html
