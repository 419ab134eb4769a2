"""A video is recognised, kept and shown without any network."""

import datetime

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from initiatives.models import VideoPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(client, editor, home):
    """Send the editor's form of a new video; give back the answer."""
    index = factories.VideoIndexPageFactory()
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:add", args=["initiatives", "videopage", index.pk])

    def send(**fields):
        data = {
            "title": "Un témoignage",
            "slug": "un-temoignage",
            "language": "fr",
            "transcript": "null",
            "chapters": streamfield([]),
            "related": streamfield([]),
            "subjects": inline_formset([]),
            "comments": inline_formset([]),
            "action-publish": "1",
            **fields,
        }
        return client.post(address, nested_form_data(data), follow=True)

    return send


@pytest.mark.parametrize(
    "address",
    [
        "https://youtu.be/aYtqnY9grs8?t=3&si=suivi",
        "https://www.youtube.com/watch?v=aYtqnY9grs8&t=3s",
        "https://www.youtube-nocookie.com/embed/aYtqnY9grs8?start=3",
        "youtube.com/shorts/aYtqnY9grs8?t=3",
    ],
)
def test_any_form_of_an_address_is_kept_as_one_with_its_start(publish, address):
    publish(address=address, duration="3:20")
    page = VideoPage.objects.get()
    assert (page.video.id, page.video.start_seconds) == ("aYtqnY9grs8", 3)
    assert page.address == page.video.canonical_url
    assert page.duration == datetime.timedelta(minutes=3, seconds=20)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://www.youtube.com/playlist?list=PL0123456789", "liste de lecture"),
        ("https://vimeo.com/123456", "Seules les vidéos publiées sur YouTube"),
        ("bonjour", "YouTube"),
    ],
)
def test_another_address_is_refused_in_french_and_nothing_is_kept(publish, address, reason):
    response = publish(address=address)
    assert reason in response.content.decode()
    assert not VideoPage.objects.exists()


def test_a_length_that_cannot_be_read_is_refused_in_french(publish):
    response = publish(address="https://youtu.be/aYtqnY9grs8", duration="3 min")
    assert "par exemple 3:20" in response.content.decode()


def test_the_page_asks_youtube_for_nothing_and_has_a_plain_link(publish, client):
    publish(address="https://youtu.be/aYtqnY9grs8?t=3")
    html = client.get(VideoPage.objects.get().url).content.decode()
    assert "<iframe" not in html
    assert "ytimg" not in html
    assert 'href="https://www.youtube.com/watch?v=aYtqnY9grs8' in html


def test_an_address_written_past_the_form_does_not_break_the_page(home):
    page = factories.VideoPageFactory()
    VideoPage.objects.filter(pk=page.pk).update(address="n'importe quoi")
    page.refresh_from_db()
    assert page.video is None
