"""Titles and descriptions mean something and tell pages apart, whatever the editor left empty."""

import pytest
from django.template import engines
from django.urls import reverse

from tests import factories
from tests.page_types import PAGE_TYPES
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
LONG = "Une équipe décide ensemble de ses horaires, de ses congés et de ses remplacements. " * 5
EVERY_TYPE = pytest.mark.parametrize("name", PAGE_TYPES)


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def title_of(client, address):
    return read(client, address).partition("<title>")[2].partition("</title>")[0]


def addresses_beside_the_tree():
    term, organisation = factories.TermFactory(definition=""), factories.OrganisationFactory()
    fixed = [reverse("accessibility"), reverse("site_plan"), reverse("vocabulary", args=["theme"])]
    return [*fixed, term.get_absolute_url(), organisation.get_absolute_url()]


@EVERY_TYPE
def test_a_page_whose_editor_said_nothing_has_a_description(client, home, name):
    page = PAGE_TYPES[name][0]()
    page.summary = page.search_description = ""
    page.save(clean=False)
    description = Markup(read(client, page.url)).meta("description")
    assert page.title.lower() in description.lower()


@EVERY_TYPE
def test_a_long_summary_is_cut_at_a_word(client, home, name):
    page = PAGE_TYPES[name][0]()
    page.summary = LONG[: page._meta.get_field("summary").max_length]
    page.save()
    description = Markup(read(client, page.url)).meta("description")
    assert 120 < len(description) <= 160
    assert LONG.startswith(description.removesuffix("…"))
    assert description == Markup(read(client, page.url)).meta("og:description")


def test_a_page_without_summary_begins_with_its_text(client, home):
    text = "Ce programme repère depuis 2012 ce que des équipes inventent près d’ici."
    page = factories.StandardPageFactory(summary="", body=[("text", f"<p>{text}</p>")])
    assert Markup(read(client, page.url)).meta("description") == text


def test_a_video_without_summary_begins_with_what_is_said(client, home):
    video = factories.VideoPageFactory(transcript="<p>Nous avons compté les heures.</p>")
    markup = Markup(read(client, video.url))
    assert markup.meta("description") == "Nous avons compté les heures."


def test_what_is_not_in_the_tree_has_a_description(client, home):
    for address in addresses_beside_the_tree():
        assert 20 < len(Markup(read(client, address)).meta("description")) <= 160


def test_no_two_pages_have_the_same_title(client, home):
    pages = [make().url for make, _ in PAGE_TYPES.values()]
    titles = [title_of(client, one) for one in [*pages, *addresses_beside_the_tree()]]
    assert len(set(titles)) == len(titles)


def test_pages_of_one_name_are_told_apart_by_what_they_are(client, home):
    name = "Les Tisserands"
    fiche = factories.InitiativePageFactory(title=name, commune_code="21054")
    other = factories.InitiativePageFactory(title=name)
    story = factories.LaureateStoryPageFactory(title=name)
    video = factories.VideoPageFactory(title=name)
    event = factories.EventPageFactory(title=name)
    report = factories.EventReportPageFactory(title=name)
    pages = [fiche, other, story, video, event, report]
    organisation = factories.OrganisationFactory(name=name)
    addresses = [page.url for page in pages] + [organisation.get_absolute_url()]
    assert len({title_of(client, address) for address in addresses}) == 7
    assert title_of(client, fiche.url) == f"{name} — Beaune · Côte-d’Or — Rally’nov"


def test_the_title_written_by_the_editor_for_search_engines_is_kept_as_it_is(client, home):
    fiche = factories.InitiativePageFactory(seo_title="Tisser ensemble", commune_code="21054")
    assert title_of(client, fiche.url) == "Tisser ensemble — Rally’nov"


def test_a_template_may_announce_its_feeds_in_the_head(home, rf):
    link = '<link rel="alternate" type="application/atom+xml" href="/initiatives.atom">'
    template = engines["django"].from_string(
        f'{{% extends "base.html" %}}{{% block feeds %}}{link}{{% endblock %}}'
    )
    before_body = template.render({"title": "Liste"}, rf.get("/")).partition("<body")[0]
    assert before_body.count(link) == 1
