"""A pasted video is recognised with the network down, and everything else is refused in French."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.embeds.blocks import EmbedBlock, EmbedValue
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedException
from wagtail.embeds.finders import get_finders as wagtail_finders
from wagtail.embeds.format import embed_to_frontend_html
from wagtail.embeds.models import Embed
from wagtail.rich_text import expand_db_html

from hub.content.video.address import REFUSALS
from hub.contrib.video.finder import YouTubeFinder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_network")]

PASTED = "https://youtu.be/6MSURDccwBk?si=Tr4ck1ng&t=3"
CANONICAL = "https://www.youtube.com/watch?v=6MSURDccwBk&t=3s"
PLAYER = "https://www.youtube-nocookie.com/embed/6MSURDccwBk?start=3&amp;autoplay=1"
PLAYLIST = "https://www.youtube.com/playlist?list=PL0123456789"


def rich_text(address: str) -> str:
    return f'<p>Avant.</p><embed embedtype="media" url="{address}"/><p>Après.</p>'


@pytest.mark.parametrize(
    "address",
    [
        PASTED,
        "https://www.youtube.com/embed/6MSURDccwBk",
        "https://m.youtube.com/shorts/6MSURDccwBk",
    ],
)
def test_an_embed_is_made_without_network_and_names_no_outside_picture(address: str) -> None:
    embed = get_embed(address)
    assert embed.type == "video"
    assert embed.title == "Vidéo YouTube 6MSURDccwBk"
    assert embed.thumbnail_url.startswith("/illustrations/")
    assert "iframe" not in embed.html


@pytest.mark.parametrize(
    ("address", "code"), [(PLAYLIST, "playlist"), ("https://vimeo.com/76979871", "other_host")]
)
def test_what_is_not_a_video_is_refused_in_french_and_leaves_no_embed(
    address: str, code: str
) -> None:
    with pytest.raises(EmbedException) as refused:
        get_embed(address)
    assert str(refused.value) == REFUSALS[code]
    assert not Embed.objects.exists()


def test_the_finder_takes_every_address_so_that_none_is_refused_without_reason() -> None:
    assert YouTubeFinder().accept("https://vimeo.com/76979871")


def test_an_embed_block_cleans_offline_and_shows_the_facade() -> None:
    value = EmbedBlock().clean(EmbedValue(PASTED))
    assert PLAYER in str(value)


def test_an_embed_shown_by_wagtail_itself_is_the_facade() -> None:
    markup = embed_to_frontend_html(PASTED)
    assert f'data-video="{PLAYER}"' in markup
    assert "<iframe" not in markup


def test_a_video_of_a_rich_text_is_the_facade_and_asks_the_database_nothing(
    django_assert_num_queries,
) -> None:
    with django_assert_num_queries(0):
        markup = expand_db_html(rich_text(PASTED))
    assert f'data-video="{PLAYER}"' in markup
    assert f'href="{CANONICAL.replace("&", "&amp;")}"' in markup


def test_another_address_of_a_rich_text_gives_a_plain_link() -> None:
    markup = expand_db_html(rich_text("https://vimeo.com/76979871"))
    assert '<a href="https://vimeo.com/76979871"' in markup
    assert "Avant." in markup
    assert "Après." in markup


@pytest.mark.parametrize("address", ["javascript:alert(1)", "", "une phrase"])
def test_an_address_that_is_no_web_address_is_never_made_a_link(address: str) -> None:
    markup = expand_db_html(rich_text(address))
    assert "vidéo indisponible" in markup.lower()
    assert "href" not in markup


def test_a_rich_text_goes_through_the_editor_offline_and_keeps_its_video() -> None:
    converter = ContentstateConverter(features=["embed"])
    contentstate = converter.from_database_format(rich_text(CANONICAL.replace("&", "&amp;")))
    entity = json.loads(contentstate)["entityMap"]["0"]
    assert entity["data"]["url"] == CANONICAL
    assert entity["data"]["providerName"] == "YouTube"
    assert CANONICAL.replace("&", "&amp;") in converter.to_database_format(contentstate)


def test_the_editor_gets_the_canonical_address(admin_client: Client) -> None:
    answer = paste(admin_client, PASTED)
    assert answer["step"] == "embed_chosen"
    assert answer["embed_data"]["url"] == CANONICAL


@pytest.mark.parametrize(
    ("address", "code"),
    [(PLAYLIST, "playlist"), ("https://vimeo.com/1", "other_host"), ("youtu.be/abc", "bad_id")],
)
def test_the_editor_is_told_in_french_why_an_address_is_refused(
    admin_client: Client, address: str, code: str
) -> None:
    answer = paste(admin_client, address)
    assert answer["step"] == "chooser"
    assert REFUSALS[code].partition(".")[0] in answer["html"]


def test_the_window_opens_in_french(admin_client: Client) -> None:
    response = admin_client.get(reverse("wagtailembeds:chooser"))
    assert "Adresse de la vidéo YouTube" in response.json()["html"]


def test_without_the_plugin_the_window_says_that_no_video_can_be_inserted(
    admin_client: Client, settings: object
) -> None:
    settings.WAGTAILEMBEDS_FINDERS = []
    wagtail_finders.cache_clear()
    try:
        answer = paste(admin_client, PASTED)
        kept = ContentstateConverter(features=["embed"]).from_database_format(rich_text(CANONICAL))
    finally:
        wagtail_finders.cache_clear()
    assert answer["step"] == "chooser"
    assert "le module « video » n’y est pas activé" in answer["html"]
    assert CANONICAL in kept
    assert "video__" in expand_db_html(rich_text(CANONICAL))


def test_the_window_is_for_editors_only(client: Client) -> None:
    response = client.post(reverse("wagtailembeds:chooser_upload"), {"embed-chooser-url": PASTED})
    assert response.status_code == 302


def paste(client: Client, address: str) -> dict:
    path = reverse("wagtailembeds:chooser_upload")
    return client.post(path, {"embed-chooser-url": address}).json()
