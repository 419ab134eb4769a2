"""Lists as Atom: `/initiatives.atom?…`."""

import datetime
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from hub.contrib.feeds import atom
from initiatives.models import Scheme
from search.representations import views
from tests.factories import (
    EventPageFactory,
    InitiativeIndexPageFactory,
    InitiativePageFactory,
    LaureateStoryPageFactory,
    TermFactory,
    VideoPageFactory,
)
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
GRAMMAR = Path(settings.BASE_DIR) / "tests" / "judges" / "atom.rng"
NOON = datetime.datetime(2024, 3, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def index(home, search_index):
    """The list of fiches, and what takes them in."""
    return InitiativeIndexPageFactory(title="Initiatives")


@pytest.fixture
def fiche(index, search_index):
    """A fiche with a theme, at its commune."""
    made = InitiativePageFactory(
        title="La crèche <b>&\x0b",
        summary="Moins de 4 < 5 jours.",
        commune_code="39198",
        terms=[TermFactory(name="Temps de travail", slug="temps")],
        first_published_at=NOON,
        last_published_at=NOON,
    )
    search_index()
    return made


def body_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content)


def read(client, address="/initiatives.atom"):
    """Return the feed as a reader finds it; it is that of the grammar of RFC 4287."""
    body = body_of(client, address)
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    assert grammar.validate(etree.fromstring(body)), grammar.error_log
    feed = feedparser.parse(body)
    assert not feed.bozo, feed.bozo_exception
    return feed


def titles(feed):
    return [entry.title for entry in feed.entries]


def publish_at(page, moment):
    type(page).objects.filter(pk=page.pk).update(first_published_at=moment)


def test_an_entry_says_what_was_published_where_and_about_what(client, fiche):
    feed = read(client, "/initiatives.atom?departement=39")
    [entry] = feed.entries
    assert entry.id == f"urn:uuid:{fiche.uid}"
    assert entry.title == "La crèche <b>&"
    assert entry.link == fiche.full_url
    assert entry.summary == "Moins de 4 &lt; 5 jours."
    assert entry.content[0].value == (
        "<p>Moins de 4 &lt; 5 jours.</p><ul><li>Dole (Jura)</li></ul>"
    )
    assert [(one.term, one.scheme, one.label) for one in entry.tags] == [
        ("temps", "http://localhost/vocabulaires/theme/", "Temps de travail")
    ]
    # GeoRSS has the latitude first; the reader gives it back as GeoJSON has it.
    assert entry.where.coordinates == (float(fiche.longitude), float(fiche.latitude))
    point = f"<georss:point>{float(fiche.latitude)} {float(fiche.longitude)}<"
    assert point.encode() in body_of(client, "/initiatives.atom")
    assert entry.published == entry.updated == "2024-03-01T12:00:00+00:00"


def test_the_feed_says_whose_it_is_and_keeps_the_filters_in_its_addresses(client, fiche):
    feed = read(client, "/initiatives.atom?departement=39").feed
    assert feed.title == "Initiatives — Rally’nov"
    assert feed.author == "Aract Bourgogne-Franche-Comté"
    assert "Licence Ouverte" in feed.rights
    assert {one.rel: one.href for one in feed.links} == {
        "alternate": "http://localhost/initiatives/?departement=39",
        "self": "http://localhost/initiatives.atom?departement=39",
    }
    assert feed.id == "http://localhost/initiatives/?departement=39"


def test_the_last_published_come_first_whatever_the_order_of_the_list(client, fiche, search_index):
    old = InitiativePageFactory(title="A", year=2024)
    new = InitiativePageFactory(title="B", year=2013)
    publish_at(new, NOON + datetime.timedelta(hours=1))
    publish_at(old, NOON - datetime.timedelta(hours=1))
    search_index()
    assert titles(read(client, "/initiatives.atom?tri=nom"))[::2] == ["B", "A"]


def test_pages_of_the_feed_follow_each_other(client, fiche, search_index, monkeypatch):
    shorter = replace(atom.ATOM, newest=2)
    monkeypatch.setattr(views, "representation_of", lambda *asked: shorter)
    for rank in range(4):
        publish_at(InitiativePageFactory(title=f"N{rank}"), NOON - datetime.timedelta(days=rank))
    publish_at(fiche, NOON + datetime.timedelta(days=1))
    search_index()
    seen = []
    for number in (1, 2, 3):
        feed = read(client, f"/initiatives.atom?page={number}")
        seen += titles(feed)
        links = {one.rel: one.href for one in feed.feed.links}
        assert ("next" in links) == (number < 3)
        assert ("previous" in links) == (number > 1)
    assert seen[1:] == ["N0", "N1", "N2", "N3"]
    assert links["first"] == "http://localhost/initiatives.atom"
    assert links["previous"] == "http://localhost/initiatives.atom?page=2"
    assert read(client, "/initiatives.atom?page=9").entries == []


def test_every_list_has_a_feed_and_says_so(client, fiche, search_index):
    event = EventPageFactory(title="Rencontre", imprecise_date="automne 2013", is_cancelled=True)
    video = VideoPageFactory(title="En vidéo")
    search_index()
    addresses = {event.get_parent().url: "Rencontre", video.get_parent().url: "En vidéo"}
    for address, title in addresses.items():
        feed_address = f"{address.rstrip('/')}.atom"
        assert titles(read(client, feed_address)) == [title]
        markup = Markup(client.get(address).content.decode())
        [link] = markup.all("link", type="application/atom+xml")
        assert (link["rel"], link["href"]) == ("alternate", feed_address)
        assert markup.all("a", href=feed_address)
    [entry] = read(client, "/recherche.atom?type=evenement").entries
    assert "<li>Annulé</li><li>automne 2013</li>" in entry.content[0].value
    assert [one.term for one in entry.tags] == ["rencontre-regionale"]
    assert len(read(client, "/recherche.atom").entries) == 3


def test_the_laureates_and_their_stories_are_a_feed(client, fiche, search_index):
    story = LaureateStoryPageFactory(title="L’histoire")
    laureate = story.prize_result.initiative
    search_index()
    address = f"{story.get_parent().url.rstrip('/')}.atom"
    assert set(titles(read(client, address))) == {"L’histoire", laureate.title}


def test_a_feed_without_entry_is_one(client, index, search_index):
    search_index()
    assert read(client).entries == []


def test_a_draft_of_a_published_fiche_does_not_show(client, fiche):
    before = body_of(client, "/initiatives.atom")
    fiche.title = fiche.summary = "Secret"
    fiche.save_revision()
    assert body_of(client, "/initiatives.atom") == before


def test_as_many_questions_for_many_entries_as_for_two(client, fiche, search_index):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            body_of(client, "/recherche.atom")
        return len(queries)

    kind = TermFactory(scheme=Scheme.EVENT_KIND, slug="atelier")
    EventPageFactory(kind=kind)
    InitiativePageFactory()
    search_index()
    asked()
    few = asked()
    for _ in range(4):
        InitiativePageFactory(terms=[TermFactory()], commune_code="25241")
        EventPageFactory(kind=kind)
    search_index()
    assert asked() == few


def test_a_fiche_published_again_is_updated_and_stays_where_it_was(client, fiche):
    fiche.save_revision().publish()
    [entry] = read(client).entries
    assert entry.published == "2024-03-01T12:00:00+00:00" < entry.updated
